package dev.rollcall.report;

import dev.rollcall.security.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
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

  /** Writes what stands in one object, as a whole document. */
  public static void document(Writer out, Consumer<JsonGenerator> body) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      body.accept(json);
      json.writeEndObject();
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
    out.write("\n");
  }

  /** A text, or null where there is none. */
  public static void text(JsonGenerator json, String key, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(key, value.get());
    } else {
      json.writeNullProperty(key);
    }
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
