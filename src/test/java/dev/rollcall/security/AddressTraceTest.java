package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTraceTest {

  private static final AddressTrace ANA = AddressTrace.of("ana.o'neil+hr@example.com");
  private static final AddressTrace JOSE = AddressTrace.of("jos\u00e9@xn--exmple-cua.com");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana.o'neil+hr@example.com",
        "Ana.O'Neil+HR@Example.COM",
        "to <ana.o'neil+hr@example.com>.",
        "--only=ana.o'neil+hr@example.com",
        "\\nana.o'neil+hr@example.com\\n",
        "\\u003dana.o\\u0027neil\\u002bhr\\u0040example.com",
        "ana.o&#39;neil&#43;hr&#64;example.com",
        "ana.o&apos;neil+hr@example&#x2E;com",
        "email=ana.o%27neil%2Bhr%40example.com&x",
        "ana.o'neil\u200b+hr@exam\u00adple.com"
      })
  void findsAnAddressHoweverItIsSpelled(String text) {
    assertThat(ANA.isIn(text)).isTrue();
    assertThat(ANA.without(text, "(purged)")).doesNotContainIgnoringCase("neil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diana.o'neil+hr@example.com",
        "x-ana.o'neil+hr@example.com",
        "x.ana.o'neil+hr@example.com",
        "ana.o'neil+hr@example.com.au",
        "ana.o'neil+hr@example.community",
        "ana.o'neil+hr@example.com-x",
        "ana.o'neil@example.com",
        "anaXo'neil+hr@example.com"
      })
  void findsNobodyElse(String text) {
    assertThat(ANA.isIn(text)).isFalse();
    assertThat(ANA.without(text, "(purged)")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jos\u00e9@xn--exmple-cua.com",
        "JOS\u00c9@ex\u00e4mple.com",
        "jose\u0301@exa\u0308mple.com",
        "jos\\u00e9@ex\\u00e4mple.com",
        "jos%C3%A9%40ex%c3%a4mple.com"
      })
  void findsLettersOfAllLanguages(String text) {
    assertThat(JOSE.isIn(text)).isTrue();
  }

  @Test
  void findsAnAddressWhereverATextOfAnyLengthHasIt() throws IOException {
    String filler = "x".repeat((1 << 16) - 30) + " ";

    for (int shift = 0; shift < 40; shift++) {
      String text = filler + " ".repeat(shift) + "ana.o'neil+hr@example.com, and " + filler;
      assertThat(ANA.isIn(new StringReader(text))).isTrue();
    }
    assertThat(ANA.isIn(new StringReader(filler + filler + filler))).isFalse();
  }
}
