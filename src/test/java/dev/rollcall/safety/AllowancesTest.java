package dev.rollcall.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowancesTest {

  @Test
  void readsSeveralRules() {
    Allowances.Parsed parsed = Allowances.parse(List.of("removals=40", " admin-grants = 3 "));

    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.allowances().byRule()).isEqualTo(Map.of("removals", 40, "admin-grants", 3));
  }

  @Test
  void namesTheNearestRule() {
    Allowances.Parsed parsed = Allowances.parse(List.of("removal=40"));

    assertThat(parsed.problems())
        .singleElement()
        .hasToString(
            "--allow removal=40: there is no rule \"removal\"; did you mean \"removals\"?");
    assertThat(parsed.allowances()).isEqualTo(Allowances.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "removals",
        "removals=",
        "removals=-1",
        "removals=ten",
        "removals=1.5",
        "removals=99999999999",
        "removals=10%",
        "=3",
        ""
      })
  void wantsAWholeNumber(String flag) {
    assertThat(Allowances.parse(List.of(flag)).problems()).hasSize(1);
  }

  @Test
  void refusesARuleAllowedTwiceAndFindsAllProblemsAtOnce() {
    Allowances.Parsed parsed =
        Allowances.parse(List.of("seats=10", "seats=20", "sheats=1", "losses=x"));

    assertThat(parsed.problems()).hasSize(3);
    assertThat(parsed.allowances().byRule()).isEqualTo(Map.of("seats", 10));
  }
}
