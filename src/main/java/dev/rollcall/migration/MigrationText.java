package dev.rollcall.migration;

import dev.rollcall.migration.MigrationStory.Chapter;
import dev.rollcall.migration.MigrationStory.Line;
import dev.rollcall.model.Thousands;
import dev.rollcall.report.ConsoleLines;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.StyledText;
import dev.rollcall.report.TerminalColours;
import java.io.IOException;
import java.io.Writer;

/** A migration for the terminal. */
public final class MigrationText implements MigrationWriter {

  private final TerminalColours palette;
  private final int most;

  /**
   * In these colours.
   *
   * @param most how many lines of a chapter are shown
   */
  public MigrationText(TerminalColours palette, int most) {
    this.palette = palette;
    this.most = most;
  }

  @Override
  public void write(MigrationReport report, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, ConsoleStyle.verbose(palette));
    lines.title("Role migration of " + report.workspace() + " (" + report.state().words() + ")");
    for (Chapter chapter : MigrationStory.of(report)) {
      lines.blank();
      lines.title(chapter.title());
      for (Line line : chapter.lines().stream().limit(most).toList()) {
        lines.line(StyledText.plain("  ").and(line(line)));
      }
      int more = chapter.lines().size() - most;
      if (more > 0) {
        lines.line(
            StyledText.plain("  ")
                .and(palette.faint("… and " + Thousands.of(more) + " more, --verbose shows all")));
      }
    }
    lines.blank();
    lines.title(report.tally());
  }

  private StyledText line(Line line) {
    return line.mark()
        .map(mark -> palette.mark(mark, mark.sign() + " " + line.text()))
        .orElseGet(() -> StyledText.plain(line.text()));
  }
}
