package dev.rollcall.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a writer writes, as a text. */
final class Written {

  private Written() {}

  static String by(ReportWriter writer, RunReport report) {
    StringWriter out = new StringWriter();
    try {
      writer.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
