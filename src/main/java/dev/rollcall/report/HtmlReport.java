package dev.rollcall.report;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * {@code report.html}: one file that needs nothing else, for everybody who wants to know what
 * changed and why. The template escapes whatever it is given for the place where it stands.
 *
 * <p>A browser can show only so many rows: a larger run is cut, and says where the rest is.
 */
public final class HtmlReport implements ReportWriter {

  private static final int MOST_OPERATIONS = 5_000;

  private final int mostOperations;

  /** A report of at most 5,000 operations. */
  public HtmlReport() {
    this(MOST_OPERATIONS);
  }

  HtmlReport(int mostOperations) {
    this.mostOperations = mostOperations;
  }

  @Override
  public void write(RunReport report, Writer out) throws IOException {
    HtmlPage page = HtmlPage.of(report, mostOperations);
    try {
      JtereportGenerated.render(
          new HarmlessHtml(new WriterOutput(out)), null, page, HtmlParts.of(page.timeline()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
