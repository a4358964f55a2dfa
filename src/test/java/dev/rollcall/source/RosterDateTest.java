package dev.rollcall.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31",
        "2026/12/31",
        "2026.12.31",
        "20261231",
        "31.12.2026",
        "31/12/2026",
        "12/31/2026",
        "12-31-2026",
        "31-Dec-2026",
        "31 December 2026",
        "31st Dec 2026",
        "Dec 31, 2026",
        "DECEMBER 31 2026",
        "2026-12-31T00:00:00Z",
        "2026-12-31T00:00:00.000+02:00",
        "2026-12-31 17:30:00",
        "12/31/2026 0:00",
        "31 Dec 2026 00:00"
      })
  void readsWhatCanOnlyBeOneDay(String text) {
    assertThat(RosterDate.parse(text)).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2026", "3-4-2026", "12/11/2026 00:00"})
  void doesNotGuessBetweenDayAndMonth(String text) {
    assertThatThrownBy(() -> RosterDate.parse(text))
        .isInstanceOf(RosterDate.MalformedDate.class)
        .hasMessageContaining("could be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "31.12.26",
        "12.31.2026",
        "45291",
        "0000-00-00",
        "0001-01-01",
        "2026-12-31T23:00:00Z",
        "never",
        "31 Foo 2026",
        "2026123",
        "2026-12-31 and more"
      })
  void refusesWhatIsNoDay(String text) {
    assertThatThrownBy(() -> RosterDate.parse(text))
        .isInstanceOf(RosterDate.MalformedDate.class)
        .hasMessageContaining("is no date");
  }
}
