package dev.rollcall.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareOrCountTest {

  @ParameterizedTest(name = "{1} of {0} allows {2}")
  @CsvSource({
    "0, 0.10, 1", "1, 0.10, 1", "9, 0.10, 1", "10, 0.10, 1", "11, 0.10, 1", "19, 0.10, 1",
    "20, 0.10, 2", "9, 0.50, 4", "10, 0.05, 0", "1200, 0.10, 120", "100, 0.29, 29", "9, 0, 0"
  })
  void takesAShareFromTenUpAndAtLeastOneBelow(int base, double share, int allowed) {
    assertThat(Caps.share(share).allowed(base)).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "10% and 25 of {0} allow {1}")
  @CsvSource({"0, 1", "249, 24", "250, 25", "260, 25", "100000, 25"})
  void letsTheSmallerOfShareAndCountHold(int base, int allowed) {
    assertThat(Caps.both(0.10, 25).allowed(base)).isEqualTo(allowed);
  }

  @Test
  void letsACountOfNothingHoldForFewPeople() {
    assertThat(Caps.both(0.10, 0).allowed(5)).isZero();
  }

  @Test
  void allowsAnythingWithoutShareAndCount() {
    assertThat(Caps.none().allowed(1_000_000)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void explainsItself() {
    assertThat(Caps.both(0.10, 25).explain(1200, "members"))
        .isEqualTo("10% of 1,200 members is 120, count 25");
    assertThat(Caps.share(0.125).explain(80, "members")).isEqualTo("12.5% of 80 members is 10");
    assertThat(Caps.count(3).explain(80, "members")).isEqualTo("count 3");
  }

  @Test
  void refusesSharesAboveAllAndNegativeCounts() {
    assertThatThrownBy(() -> Caps.share(1.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Caps.share(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Caps.count(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
