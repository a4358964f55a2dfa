package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"a@b.co", "jane.doe+x@mail.example.com", "j_d-1@ex-ample.org"})
  void knowsPlainAddresses(String address) {
    assertThat(PlainAddress.isCanonical(address)).isTrue();
  }

  /** Those it says yes to go past the full check. */
  @Property(tries = 2000)
  void neverSaysYesToWhatTheFullCheckWouldRefuseOrChange(@ForAll("texts") String text) {
    if (PlainAddress.isCanonical(text)) {
      assertThat(Email.parse(" " + text + "\u200B").address()).isEqualTo(text);
      assertThat(text)
          .matches(
              "[a-z0-9_+-]+(\\.[a-z0-9_+-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab1.@-_+A ").ofMinLength(1).ofMaxLength(14);
  }

  @Test
  void mindsTheLengthOfParts() {
    assertThat(PlainAddress.isCanonical("a".repeat(65) + "@b.co")).isFalse();
    assertThat(PlainAddress.isCanonical("a@" + "b".repeat(64) + ".co")).isFalse();
    assertThat(PlainAddress.isCanonical("a@" + "b.".repeat(130) + "co")).isFalse();
  }
}
