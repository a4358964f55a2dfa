package dev.rollcall.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@example.com",
        "  Jane@Example.COM\t",
        "jane@example.com\r\n",
        "\u00A0jane@example.com\u3000",
        "\uFEFFjane@example.com",
        "ja\u200Bne@exam\u00ADple.com",
        "jane\u2060@example.com\u202C",
        "jane\uFE0F@example.com\u3164",
        "jane@example。com"
      })
  void isOneWhateverTheSpelling(String text) {
    assertThat(Email.parse(text)).isEqualTo(new Email("jane@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \u200B\u00A0",
        "jane",
        "jane@",
        "@example.com",
        "jane@@example.com",
        "jane@x@example.com",
        "\"jane@example.com\"",
        "\"jane doe\"@example.com",
        "Jane <jane@example.com>",
        "mailto:jane@example.com",
        "jane@example.com;bo@example.com",
        "jane doe@example.com",
        "jane\u00A0doe@example.com",
        "jane@example.com\nbo",
        "jane\0@example.com",
        "jane.@example.com",
        ".jane@example.com",
        "ja..ne@example.com",
        "jane@example.com.",
        "jane@.example.com",
        "jane@example",
        "jane@-example.com",
        "jane@exa_mple.com",
        "jane@[127.0.0.1]",
        "jane@127.0.0.1",
        "jane@stra\u00DFe.example.com",
        "\u0301jane@example.com"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> Email.parse(text)).isInstanceOf(MalformedEmail.class);
  }

  @ParameterizedTest
  @CsvSource({
    "\uFF4Aane@example.com, \uFF4A, U+FF4A, j, jane@example.com",
    "jane\uFF20example.com, \uFF20, U+FF20, @, jane@example.com",
    "jane@example\uFF0Ecom, \uFF0E, U+FF0E, ., jane@example.com",
    "jane@\uFF45xample.com, \uFF45, U+FF45, e, jane@example.com",
    "o\uFB03ce@example.com, \uFB03, U+FB03, ffi, office@example.com",
    "jane\u00B2@example.com, \u00B2, U+00B2, 2, jane2@example.com",
    "jos\u00E9.\u2163@example.com, \u2163, U+2163, IV, jos\u00E9.IV@example.com"
  })
  void namesLettersThatHaveAPlainForm(
      String text, String letter, String code, String plain, String address) {
    assertThatThrownBy(() -> Email.parse(text))
        .isInstanceOf(MalformedEmail.class)
        .hasMessage(
            "\"%s\" has \"%s\" (%s), which is \"%s\" in plain letters; the address would be \"%s\""
                .formatted(text, letter, code, plain, address));
  }

  @Test
  void refusesWhatIsTooLongAndDoesNotRepeatIt() {
    assertThatThrownBy(() -> Email.parse("x".repeat(65) + "@example.com"))
        .isInstanceOf(MalformedEmail.class);
    assertThatThrownBy(() -> Email.parse("x@" + "y.".repeat(500_000) + "com"))
        .isInstanceOf(MalformedEmail.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    assertThat(Email.parse("x".repeat(64) + "@example.com").address()).hasSize(76);
  }

  @Test
  void composesAccents() {
    String decomposed = Normalizer.normalize("josé@example.com", Normalizer.Form.NFD);

    assertThat(Email.parse(decomposed)).isEqualTo(Email.parse("josé@example.com"));
    assertThat(Email.parse("josé@example.com")).isNotEqualTo(Email.parse("jose@example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "IBRAHIM@EXAMPLE.COM, ibrahim@example.com",
    "İBRAHİM@example.com, ibrahim@example.com",
    "jane@Bücher.example, jane@xn--bcher-kva.example",
    "jane@XN--BCHER-KVA.example, jane@xn--bcher-kva.example",
    "o'brien+hr@example.com, o'brien+hr@example.com"
  })
  void lowersWithoutAnyLanguage(String text, String canonical) {
    assertThat(Email.parse(text).address()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "j\u0430ne@example.com",
        "jan\u0435@example.com",
        "jane@ex\u0430mple.com",
        "\u0458\u0430ne@example.com"
      })
  void looksLikeAnotherOne(String text) {
    Email deceptive = Email.parse(text);

    assertThat(deceptive).isNotEqualTo(new Email("jane@example.com"));
    assertThat(deceptive.skeleton()).isEqualTo("jane@example.com");
  }

  @Test
  void looksLikeItselfWhereItIsPlainOrAccented() {
    assertThat(Email.parse("jane@example.com").skeleton()).isEqualTo("jane@example.com");
    assertThat(Email.parse("josé@example.com").skeleton()).isEqualTo("josé@example.com");
  }

  @Property
  void canonicalisingTwiceChangesNothing(@ForAll("texts") String text) {
    Optional<Email> once = parse(text);

    assertThat(once.flatMap(email -> parse(email.address()))).isEqualTo(once);
  }

  @Property
  void caseAndPaddingDoNotMatter(@ForAll("addresses") String address) {
    Email plain = Email.parse(address);

    assertThat(Email.parse("\u00A0" + address.toUpperCase(java.util.Locale.ROOT) + "\u200B "))
        .isEqualTo(plain);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> local = Arbitraries.strings().ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> likely =
        Arbitraries.strings()
            .withChars("aZ.+İIıßéÉΣςάΆ\u0301\u0307\u0345ǰẞﬀＡⅣ\u200D\u00A0'")
            .ofMinLength(1)
            .ofMaxLength(8);
    Arbitrary<String> domain =
        Arbitraries.strings().withChars("aZ.-éÜıİßж").ofMinLength(1).ofMaxLength(8);
    return Combinators.combine(Arbitraries.oneOf(local, likely), domain)
        .as((before, after) -> before + "@" + after + ".example.com");
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> word =
        Arbitraries.strings().withChars("abcxyzéüд0189_").ofMinLength(1).ofMaxLength(8);
    return Combinators.combine(word, word)
        .as((before, after) -> before + "." + after + "@example.com");
  }

  private static Optional<Email> parse(String text) {
    try {
      return Optional.of(Email.parse(text));
    } catch (MalformedEmail e) {
      return Optional.empty();
    }
  }
}
