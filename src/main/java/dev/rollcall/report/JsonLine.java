package dev.rollcall.report;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** One JSON object on one line, as programs read logs. */
public final class JsonLine {

  private JsonLine() {}

  /** These fields in their order: numbers and truths as such, all else as text. */
  public static String of(Map<String, Object> fields) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JsonText.onOneLine(line)) {
      json.writeStartObject();
      fields.forEach((key, value) -> write(json, key, value));
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, String key, Object value) {
    json.writeName(key);
    if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}
