package dev.rollcall.security;

/** Lines joined again: puts together what was broken into lines, indented or not. */
final class JoinedLines {

  private JoinedLines() {}

  /** The view on one line; the same view where it is on one. */
  static DecodedText joined(DecodedText source) {
    if (source.text().indexOf('\n') < 0 && source.text().indexOf('\r') < 0) {
      return source;
    }
    DecodedText.Builder out = new DecodedText.Builder(source);
    boolean isBreak = false;
    for (int i = 0; i < source.length(); i++) {
      char character = source.at(i);
      isBreak = character == '\n' || character == '\r' || isBreak && FoldedText.isBlank(character);
      if (!isBreak) {
        out.add(character, i, i);
      }
    }
    return out.view();
  }
}
