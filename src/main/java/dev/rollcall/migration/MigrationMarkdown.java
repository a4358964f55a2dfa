package dev.rollcall.migration;

import dev.rollcall.migration.MigrationStory.Chapter;
import dev.rollcall.migration.MigrationStory.Line;
import dev.rollcall.report.MarkdownReport;
import java.io.IOException;
import java.io.Writer;

/** A migration for a ticket or a mail; all of it. */
public final class MigrationMarkdown implements MigrationWriter {

  @Override
  public void write(MigrationReport report, Writer out) throws IOException {
    out.write(
        "## Role migration of "
            + MarkdownReport.text(report.workspace())
            + "\n\n**"
            + MarkdownReport.text(report.state().words() + "; " + report.tally())
            + "**\n");
    for (Chapter chapter : MigrationStory.of(report)) {
      out.write("\n### " + chapter.title() + "\n\n");
      for (Line line : chapter.lines()) {
        String sign = line.mark().map(mark -> "`" + mark.sign() + "` ").orElse("");
        out.write("* " + sign + MarkdownReport.text(line.text()) + "\n");
      }
    }
  }
}
