package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers look as Java itself would write them. */
class ThousandsTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        7,
        99,
        100,
        999,
        1_000,
        1_200,
        20_005,
        999_999,
        1_000_000,
        2_147_483_647,
        -5,
        -100,
        -999,
        -1_000,
        -123_456,
        -2_147_483_648
      })
  void thereIsACommaBeforeEachThreeOfThem(int number) {
    assertThat(Thousands.of(number)).isEqualTo(String.format(Locale.ROOT, "%,d", number));
  }
}
