package dev.rollcall.explain;

import dev.rollcall.explain.ExplanationStory.Chapter;
import dev.rollcall.explain.ExplanationStory.Line;
import dev.rollcall.report.MarkdownReport;
import java.io.IOException;
import java.io.Writer;

/** An explanation for a ticket or a mail. */
public final class ExplanationMarkdown implements ExplanationWriter {

  @Override
  public void write(Explanation explanation, Writer out) throws IOException {
    out.write(
        "## "
            + MarkdownReport.text(
                (explanation.address() + " " + explanation.name()).stripTrailing())
            + "\n\n**"
            + MarkdownReport.text(explanation.summary())
            + "**\n");
    for (Chapter chapter : ExplanationStory.of(explanation)) {
      out.write("\n### " + chapter.title() + "\n\n");
      for (Line line : chapter.lines()) {
        String sign = line.mark().map(mark -> "`" + mark.sign() + "` ").orElse("");
        String aside = line.aside().isEmpty() ? "" : " " + line.aside();
        out.write("* " + sign + MarkdownReport.text(line.text() + aside) + "\n");
      }
    }
  }
}
