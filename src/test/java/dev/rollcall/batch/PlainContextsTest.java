package dev.rollcall.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainContextsTest {

  private final PlainContexts contexts = new PlainContexts();

  @Test
  void valuesComeBackAsTheyWere() throws IOException {
    Map<String, Object> context =
        Map.of("a b", "x\ny = ü", "count", 7, "long", 1L << 40, "share", 0.5, "yes", true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    contexts.serialize(context, out);

    assertThat(contexts.deserialize(new ByteArrayInputStream(out.toByteArray())))
        .isEqualTo(context);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rO0ABXNyAAhnLkdhZGdldAAAAAAAAAABAgAAeHA=",
        "{\"@class\":\"java.util.HashMap\"}",
        "rollcall-context-1\nx java.lang.Runtime y\nx Integer seven\nx String %zz\nshort"
      })
  void whatSomebodyElseWroteCountsAsEmpty(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(contexts.deserialize(new ByteArrayInputStream(bytes))).isEmpty();
  }

  @Test
  void keepsNoObjects() {
    assertThatThrownBy(
            () -> contexts.serialize(Map.of("x", new Object()), new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
