package dev.rollcall.report.review;

import dev.rollcall.report.HarmlessHtml;
import dev.rollcall.report.HtmlParts;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A review as one page that needs nothing else, to be searched and read, not to be filled in. */
public final class ReviewHtml implements ReviewWriter {

  /** A browser can show only so many rows. */
  private static final int MOST_LINES = 8_000;

  private final int mostLines;

  /** A page of at most 8,000 lines. */
  public ReviewHtml() {
    this(MOST_LINES);
  }

  ReviewHtml(int mostLines) {
    this.mostLines = mostLines;
  }

  @Override
  public void write(AccessReview review, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    HtmlParts parts =
        HtmlParts.with(
            style -> JtereviewstyleGenerated.render(style, null),
            script -> JtereviewscriptGenerated.render(script, null));
    try {
      JtereviewGenerated.render(
          new HarmlessHtml(new WriterOutput(text)), null, ReviewPage.of(review, mostLines), parts);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    text.flush();
  }
}
