package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, \\u{0}",
    "7, \\u{7}",
    "9, \\u{9}",
    "A, \\u{A}",
    "D, \\u{D}",
    "1B, \\u{1B}",
    "7F, \\u{7F}",
    "80, \\u{80}",
    "85, \\u{85}",
    "9B, \\u{9B}",
    "AD, \\u{AD}",
    "34F, \\u{34F}",
    "61C, \\u{61C}",
    "115F, \\u{115F}",
    "180B, \\u{180B}",
    "180E, \\u{180E}",
    "200B, \\u{200B}",
    "200D, \\u{200D}",
    "200E, \\u{200E}",
    "2028, \\u{2028}",
    "2029, \\u{2029}",
    "202E, \\u{202E}",
    "2060, \\u{2060}",
    "2066, \\u{2066}",
    "206F, \\u{206F}",
    "3164, \\u{3164}",
    "D800, \\u{D800}",
    "DC00, \\u{DC00}",
    "FE00, \\u{FE00}",
    "FE0F, \\u{FE0F}",
    "FEFF, \\u{FEFF}",
    "FFF9, \\u{FFF9}",
    "FDD0, \\u{FDD0}",
    "FFFF, \\u{FFFF}",
    "1D173, \\u{1D173}",
    "1FFFE, \\u{1FFFE}",
    "E0001, \\u{E0001}",
    "E0041, \\u{E0041}",
    "E0100, \\u{E0100}",
    "10FFFF, \\u{10FFFF}"
  })
  void showsWhatSteersTurnsOrHides(String letter, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(letter, 16)) + "b";

    assertThat(PlainText.line(text)).isEqualTo("a" + shown + "b");
    assertThat(PlainText.read(PlainText.line(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "Ana López", "محمد", "אבג", "太郎", "O'Neil", "C:\\new\\users", "CORP\\ana", "\\\\share",
        "e\u0301", "👍🏽", "❤️", "1️⃣", "→", "\uFFFD", "a\u00A0b", "{202E}", "\\x1B"
      })
  void leavesWhatPeopleWriteAlone(String text) {
    assertThat(PlainText.line(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "\\u{202E}, \\u{5C}u{202E}",
    "\\\\u{41}, \\\\u{5C}u{41}",
    "\\u{, \\u{5C}u{",
    "\\u0041, \\u0041"
  })
  void nothingFromOutsidePassesForAnEscape(String text, String shown) {
    assertThat(PlainText.line(text)).isEqualTo(shown);
    assertThat(PlainText.read(shown)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u{}", "\\u{110000}", "\\u{xyz}", "\\u{41", "\\u{0000041}"})
  void readsOnlyWhatItWouldWrite(String noEscape) {
    assertThat(PlainText.read(noEscape)).isEqualTo(noEscape);
  }

  @Property(tries = 2000)
  void everyTextIsHarmlessOnceShownAndComesBack(@ForAll("texts") String text) {
    String line = PlainText.line(text);
    String lines = PlainText.lines(text);

    assertThat(Dangers.in(line.replace("\n", "\u0001").replace("\t", "\u0001"))).isEmpty();
    assertThat(Dangers.in(lines)).isEmpty();
    assertThat(PlainText.read(line)).isEqualTo(text);
    assertThat(PlainText.read(lines)).isEqualTo(text);
  }

  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of("\\", "u", "{", "}", "\\u{", "'", "=", "\n", "\r\n", "\t", "❤\uFE0F"),
            Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .map(letter -> Character.toString(letter)),
            Arbitraries.integers().between(0, 0xA0).map(letter -> Character.toString(letter)));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }
}
