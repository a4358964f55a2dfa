package dev.rollcall.report;

import dev.rollcall.report.ExplanationStory.Chapter;
import dev.rollcall.report.ExplanationStory.Line;
import java.io.IOException;
import java.io.Writer;

/** An explanation for the terminal. */
public final class ExplanationText implements ExplanationWriter {

  private final Palette palette;

  /** In these colours. */
  public ExplanationText(Palette palette) {
    this.palette = palette;
  }

  @Override
  public void write(Explanation explanation, Writer out) throws IOException {
    Lines lines = new Lines(out, ConsoleStyle.verbose(palette));
    lines.title(Phrases.plain((explanation.address() + "  " + explanation.name()).stripTrailing()));
    for (Chapter chapter : ExplanationStory.of(explanation)) {
      lines.blank();
      lines.title(chapter.title());
      for (Line line : chapter.lines()) {
        lines.line("  " + line(line));
      }
    }
    lines.blank();
    lines.title(Phrases.plain(explanation.summary()));
  }

  private String line(Line line) {
    String text = Phrases.plain(line.text());
    String marked =
        line.mark().map(mark -> palette.mark(mark, mark.sign() + " " + text)).orElse(text);
    return line.aside().isEmpty()
        ? marked
        : marked + "  " + palette.faint(Phrases.plain(line.aside()));
  }
}
