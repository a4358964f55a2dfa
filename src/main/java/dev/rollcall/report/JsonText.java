package dev.rollcall.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** JSON as all reports write it: indented, as a stream, into a writer that stays open. */
final class JsonText {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build())
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .defaultPrettyPrinter(new DefaultPrettyPrinter())
          .build();

  private JsonText() {}

  /** Writes there. */
  static JsonGenerator generator(Writer out) {
    return JSON.writerWithDefaultPrettyPrinter().createGenerator(out);
  }
}
