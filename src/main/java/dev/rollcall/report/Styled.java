package dev.rollcall.report;

import dev.rollcall.security.PlainText;

/**
 * Words for a line of a terminal, harmless already, and perhaps coloured. As only a {@link Palette}
 * adds colours, and to harmless words, nothing that was read can bring any.
 */
final class Styled {

  private final String shown;

  private Styled(String shown) {
    this.shown = shown;
  }

  /** In no colour. */
  static Styled plain(String words) {
    return new Styled(PlainText.line(words));
  }

  /** Between two sequences of the terminal's. */
  static Styled between(String before, String words, String after) {
    return new Styled(before + PlainText.line(words) + after);
  }

  Styled and(String words) {
    return new Styled(shown + PlainText.line(words));
  }

  Styled and(Styled more) {
    return new Styled(shown + more.shown);
  }

  /** How many characters are seen; asked of words without colour. */
  int length() {
    return shown.codePointCount(0, shown.length());
  }

  /** Not longer than that; asked of words without colour. */
  Styled cut(int width) {
    return length() <= width
        ? this
        : new Styled(shown.substring(0, shown.offsetByCodePoints(0, width - 1)) + "…");
  }

  /** Exactly as long as that; asked of words without colour. */
  Styled cell(int width) {
    Styled cut = cut(width);
    return new Styled(cut.shown + " ".repeat(width - cut.length()));
  }

  /** Without blanks at the end. */
  Styled stripTrailing() {
    return new Styled(shown.stripTrailing());
  }

  @Override
  public String toString() {
    return shown;
  }
}
