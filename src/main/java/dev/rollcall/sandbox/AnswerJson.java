package dev.rollcall.sandbox;

import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of answers. They are made of maps, lists, texts, numbers and truths alone, so that
 * nothing has to be found out about them before the first can be written.
 */
final class AnswerJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private AnswerJson() {}

  static String text(Object answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, answer);
    }
    return text.toString();
  }

  /** One that is written piece by piece. */
  static void stream(OutputStream out, Consumer<JsonGenerator> writing) {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      writing.accept(json);
    }
  }

  /** A piece of one. */
  static void write(JsonGenerator json, @Nullable Object piece) {
    if (piece instanceof Map<?, ?> object) {
      json.writeStartObject();
      object.forEach((name, field) -> write(json.writeName(String.valueOf(name)), field));
      json.writeEndObject();
    } else if (piece instanceof Iterable<?> list) {
      json.writeStartArray();
      list.forEach(each -> write(json, each));
      json.writeEndArray();
    } else {
      writeScalar(json, piece);
    }
  }

  private static void writeScalar(JsonGenerator json, @Nullable Object scalar) {
    if (scalar == null) {
      json.writeNull();
    } else if (scalar instanceof String text) {
      json.writeString(text);
    } else if (scalar instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (scalar instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      throw new IllegalArgumentException("no answer holds a " + scalar.getClass());
    }
  }
}
