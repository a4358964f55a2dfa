package dev.rollcall.explain;

import dev.rollcall.explain.ExplanationStory.Chapter;
import dev.rollcall.explain.ExplanationStory.Line;
import dev.rollcall.report.ConsoleLines;
import dev.rollcall.report.ConsoleStyle;
import dev.rollcall.report.StyledText;
import dev.rollcall.report.TerminalColours;
import java.io.IOException;
import java.io.Writer;

/** An explanation for the terminal. */
public final class ExplanationText implements ExplanationWriter {

  private final TerminalColours palette;

  /** In these colours. */
  public ExplanationText(TerminalColours palette) {
    this.palette = palette;
  }

  @Override
  public void write(Explanation explanation, Writer out) throws IOException {
    ConsoleLines lines = new ConsoleLines(out, ConsoleStyle.verbose(palette));
    lines.title((explanation.address() + "  " + explanation.name()).stripTrailing());
    for (Chapter chapter : ExplanationStory.of(explanation)) {
      lines.blank();
      lines.title(chapter.title());
      for (Line line : chapter.lines()) {
        lines.line(StyledText.plain("  ").and(line(line)));
      }
    }
    lines.blank();
    lines.title(explanation.summary());
  }

  private StyledText line(Line line) {
    String text = line.text();
    StyledText marked =
        line.mark()
            .map(mark -> palette.mark(mark, mark.sign() + " " + text))
            .orElseGet(() -> StyledText.plain(text));
    return line.aside().isEmpty() ? marked : marked.and("  ").and(palette.faint(line.aside()));
  }
}
