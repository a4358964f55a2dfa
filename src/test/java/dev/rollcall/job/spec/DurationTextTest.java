package dev.rollcall.job.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "14d, P14D",
    "12h, PT12H",
    "25m, PT25M",
    "90s, PT90S",
    "2w, P14D",
    "1h30m, PT1H30M",
    "1d 12h, PT36H",
    "P14D, P14D",
    "PT12H, PT12H"
  })
  void readsWhatPeopleWrite(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "14", "d", "14 days", "-1d", "0h", "PT0S", "P1Y", "1.5h", "PX"})
  void refusesAllElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DurationText.parse(text));
  }
}
