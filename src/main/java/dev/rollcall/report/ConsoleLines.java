package dev.rollcall.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.function.Function;

/** Lines of text for a terminal; everything in them is made harmless and stays on its line. */
public final class ConsoleLines {

  private final Writer out;
  private final ConsoleStyle style;

  public ConsoleLines(Writer out, ConsoleStyle style) {
    this.out = out;
    this.style = style;
  }

  ConsoleStyle style() {
    return style;
  }

  public TerminalColours palette() {
    return style.palette();
  }

  public void line(String text) throws IOException {
    line(StyledText.plain(text));
  }

  public void line(StyledText text) throws IOException {
    out.write(text.toString());
    out.write('\n');
  }

  public void blank() throws IOException {
    out.write('\n');
  }

  public void title(String text) throws IOException {
    line(palette().strong(text));
  }

  /** The first few, each on an indented line, and how many more there are. */
  public <T> void few(Collection<T> all, int most, Function<T, String> words) throws IOException {
    int shown = style.people() == Integer.MAX_VALUE ? all.size() : most;
    for (T one : all.stream().limit(shown).toList()) {
      line("    " + words.apply(one));
    }
    if (all.size() > shown) {
      line(StyledText.plain("    ").and(palette().faint(rest(all.size() - shown))));
    }
  }

  /** {@code … and 1,934 more, see report.html}. */
  String rest(int more) {
    return "… and " + ReportTexts.number(more) + " more, " + style.rest();
  }
}
