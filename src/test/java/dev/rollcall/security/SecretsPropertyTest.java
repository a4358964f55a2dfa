package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Encodings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SecretsPropertyTest {

  /** Ways to write one character; the first is as it stands. */
  private static final List<String> WAYS =
      List.of(
          "%c",
          "\\u%04x",
          "\\u%04X",
          "\\x%02x",
          "%%%02x",
          "%%%02X",
          "&#%d;",
          "&#%07d;",
          "&#x%x;",
          "&#X%05X;",
          "\\u{%x}",
          "%%25%02x",
          "&amp;#%d;",
          "\\\\u%04x");

  /** Ways to write a whole text; two of them at most pack octets into letters. */
  private enum Layer {
    JSON(Encodings::json),
    ADDRESS(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
    HTML(text -> text.chars().mapToObj("&#%d;"::formatted).collect(Collectors.joining())),
    LINES(text -> text.replaceAll("(.{11})", "$1\n")),
    BASE64(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
    BASE64URL(
        text ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8))),
    HEX(Encodings::hex);

    private final UnaryOperator<String> write;

    Layer(UnaryOperator<String> write) {
      this.write = write;
    }

    boolean packs() {
      return compareTo(BASE64) >= 0;
    }
  }

  @Property(tries = 600)
  void noPartSurvivesWhateverWayEachCharacterIsWritten(
      @ForAll("secrets") String secret,
      @ForAll("words") String before,
      @ForAll("words") String after,
      @ForAll Random chance) {
    List<String> written = new ArrayList<>();
    for (char each : secret.toCharArray()) {
      // Left as it is, it would take the escape behind it for itself: nobody can tell what was
      // meant.
      String way = each == '\\' ? "\\u%04x" : WAYS.get(chance.nextInt(WAYS.size()));
      written.add(way.formatted((int) each));
    }

    String hidden = hidden(secret, before + String.join("", written) + after);

    assertThat(Encodings.leaks(hidden, secret)).isEmpty();
    for (int start = 0; start + Encodings.PART <= written.size(); start++) {
      String part = String.join("", written.subList(start, start + Encodings.PART));
      assertThat(hidden).as("part %d of %s", start, written).doesNotContain(part);
    }
  }

  @Property(tries = 1000)
  void noPartSurvivesLayerUponLayer(
      @ForAll("secrets") String secret,
      @ForAll("words") String before,
      @ForAll("words") String after,
      @ForAll("layers") List<Layer> layers) {
    String text = before + secret + after;
    for (Layer layer : layers) {
      text = layer.write.apply(text);
    }

    String hidden = hidden(secret, text);

    assertThat(hidden).as("%s", layers).contains("***");
    assertThat(Encodings.leaks(hidden, secret)).as("%s", layers).isEmpty();
    assertThat(hidden.length())
        .as("what %s leaves of %s: %s", layers, text, hidden)
        .isLessThan(text.length() - secret.length() / 2);
  }

  @Property(tries = 300)
  void anyPartLongEnoughIsOne(
      @ForAll("secrets") String secret, @ForAll("words") String before, @ForAll Random chance) {
    // Of base64, the first and last letters do not depend on the part alone.
    int length = Encodings.PART + 2 + chance.nextInt(secret.length() - Encodings.PART - 1);
    int start = chance.nextInt(secret.length() - length + 1);
    int end = start + length;
    String part = secret.substring(start, end);

    for (String written : Encodings.of(part)) {
      assertThat(hidden(secret, before + " " + written)).doesNotContain(written);
    }
  }

  @Property(tries = 1000)
  void ordinaryTextStaysAsItIs(@ForAll("secrets") String secret, @ForAll("prose") String text) {
    assertThat(hidden(secret, text)).isEqualTo(text);
  }

  private static String hidden(String secret, String text) {
    return Secrets.of(List.of(secret)).hide(text);
  }

  /** Signs that mean something to somebody are as frequent as letters. */
  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .withChars("%\\&#;/=+ux0123456789abcdef")
        .ofMinLength(Encodings.PART + 2)
        .ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withCharRange(' ', '~').withChars(" \n\"{}:,é€").ofMaxLength(30);
  }

  @Provide
  Arbitrary<String> prose() {
    return Arbitraries.of(
            "the",
            "role",
            "Operator",
            "not",
            "found",
            "ana@example.com",
            "100%",
            "&amp;",
            "\\n",
            "\"id\":",
            "7001",
            "https://www.workato.com/api",
            "dGhlIHF1aWNrIGJyb3duIGZveA==",
            "%20")
        .list()
        .ofMaxSize(60)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<List<Layer>> layers() {
    return Arbitraries.of(Layer.class)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .filter(layers -> layers.stream().filter(Layer::packs).count() < 3);
  }
}
