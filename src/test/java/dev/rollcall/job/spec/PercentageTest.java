package dev.rollcall.job.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {

  @ParameterizedTest
  @CsvSource({"0%, 0", "10%, 0.1", "2.5 %, 0.025", "100%, 1", "100.0%, 1"})
  void readsShares(String text, double fraction) {
    assertThat(Percentage.parse(text).fraction()).isEqualTo(fraction);
  }

  @ParameterizedTest
  @CsvSource({"0.1, write 10%", "20, write 20%", "1.0, write 100%", "101%, ''", "x, write 10%"})
  void saysWhatWasMeant(String text, String remedy) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Percentage.parse(text))
        .withMessage(remedy);
  }
}
