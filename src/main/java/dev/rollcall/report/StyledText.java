package dev.rollcall.report;

import dev.rollcall.security.PlainText;

/**
 * Words for a line of a terminal, harmless already, and perhaps coloured. As only a {@link
 * TerminalColours} adds colours, and to harmless words, nothing that was read can bring any.
 */
public final class StyledText {

  private final String shown;

  private StyledText(String shown) {
    this.shown = shown;
  }

  /** In no colour. */
  public static StyledText plain(String words) {
    return new StyledText(PlainText.line(words));
  }

  /** Between two sequences of the terminal's. */
  static StyledText between(String before, String words, String after) {
    return new StyledText(before + PlainText.line(words) + after);
  }

  public StyledText and(String words) {
    return new StyledText(shown + PlainText.line(words));
  }

  public StyledText and(StyledText more) {
    return new StyledText(shown + more.shown);
  }

  /** How many characters are seen; asked of words without colour. */
  public int length() {
    return shown.codePointCount(0, shown.length());
  }

  /** Not longer than that; asked of words without colour. */
  public StyledText cut(int width) {
    return length() <= width
        ? this
        : new StyledText(shown.substring(0, shown.offsetByCodePoints(0, width - 1)) + "…");
  }

  /** Exactly as long as that; asked of words without colour. */
  public StyledText cell(int width) {
    StyledText cut = cut(width);
    return new StyledText(cut.shown + " ".repeat(width - cut.length()));
  }

  /** Without blanks at the end. */
  public StyledText stripTrailing() {
    return new StyledText(shown.stripTrailing());
  }

  @Override
  public String toString() {
    return shown;
  }
}
