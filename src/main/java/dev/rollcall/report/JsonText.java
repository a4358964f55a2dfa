package dev.rollcall.report;

import dev.rollcall.security.JsonWriter;
import java.io.Writer;
import java.util.Collection;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as all reports write it: indented, as a stream, into a writer that stays open, and with
 * nothing in it that a terminal or an editor would not show.
 */
public final class JsonText {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build())
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private JsonText() {}

  /** Writes there. */
  public static JsonGenerator generator(Writer out) {
    return JSON.writerWithDefaultPrettyPrinter().createGenerator(new JsonWriter(out));
  }

  /** The same on one line. */
  static JsonGenerator onOneLine(Writer out) {
    return JSON.createGenerator(new JsonWriter(out));
  }

  /** Writes a list of texts. */
  public static void texts(JsonGenerator json, String key, Collection<String> values) {
    json.writeArrayPropertyStart(key);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes a list of objects. */
  public static <T> void objects(
      JsonGenerator json, String key, Collection<T> values, Consumer<T> body) {
    json.writeArrayPropertyStart(key);
    for (T value : values) {
      json.writeStartObject();
      body.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
