package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HarmlessStreamTest {

  private static final String RED = "\u001B[31m";

  @Property(tries = 1000)
  void nothingGetsThroughHoweverItIsCut(
      @ForAll byte[] noise, @ForAll @IntRange(min = 1, max = 7) int piece) throws IOException {
    assertThat(Dangers.in(through(noise, piece))).isEmpty();
  }

  @Property(tries = 1000)
  void harmlessTextsComeOutAsTheyAre(
      @ForAll @From("texts") String text, @ForAll @IntRange(min = 1, max = 7) int piece)
      throws IOException {
    String harmless = PlainText.lines(text);

    assertThat(through(harmless.getBytes(StandardCharsets.UTF_8), piece)).isEqualTo(harmless);
  }

  @net.jqwik.api.Provide
  static net.jqwik.api.Arbitrary<String> texts() {
    return PlainTextTest.texts();
  }

  @Test
  void onlyNamedSequencesGetThrough() throws IOException {
    String text = "a" + RED + "b\u001B[32mc\u001B[31xd\u001B[3";

    for (int piece = 1; piece < text.length(); piece++) {
      assertThat(through(text.getBytes(StandardCharsets.UTF_8), piece))
          .isEqualTo("a" + RED + "b\\u{1B}[32mc\\u{1B}[31xd\\u{1B}[3");
    }
  }

  private static String through(byte[] bytes, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HarmlessStream stream = new HarmlessStream(out, List.of(RED))) {
      for (int at = 0; at < bytes.length; at += piece) {
        stream.write(bytes, at, Math.min(piece, bytes.length - at));
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
