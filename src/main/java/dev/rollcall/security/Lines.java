package dev.rollcall.security;

/** Puts together what was broken into lines, indented or not. */
final class Lines {

  private Lines() {}

  /** The view on one line; the same view where it is on one. */
  static View joined(View source) {
    if (source.text().indexOf('\n') < 0 && source.text().indexOf('\r') < 0) {
      return source;
    }
    View.Builder out = new View.Builder(source);
    boolean isBreak = false;
    for (int i = 0; i < source.length(); i++) {
      char character = source.at(i);
      isBreak = character == '\n' || character == '\r' || isBreak && Folded.isBlank(character);
      if (!isBreak) {
        out.add(character, i, i);
      }
    }
    return out.view();
  }
}
