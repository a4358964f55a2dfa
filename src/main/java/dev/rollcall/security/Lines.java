package dev.rollcall.security;

/** Puts together what was broken into lines, indented or not. */
final class Lines {

  private static final int MOST_BLANKS = 80;

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

  /** The view without the line breaks that quoted-printable puts in behind an equals sign. */
  static View mended(View source) {
    if (source.text().indexOf('=') < 0 || source.text().indexOf('\n') < 0) {
      return source;
    }
    View.Builder out = new View.Builder(source);
    for (int i = 0; i < source.length(); ) {
      int end = source.at(i) == '=' ? breakAfter(source, i + 1) : i;
      if (end <= i + 1) {
        out.add(source.at(i), i, i);
        end = i + 1;
      }
      i = end;
    }
    return out.view();
  }

  /** Where a line break ends that begins here, blanks before it included; here if there is none. */
  private static int breakAfter(View source, int start) {
    int at = start;
    while (at < source.length()
        && at < start + MOST_BLANKS
        && " \t\r".indexOf(source.at(at)) >= 0) {
      at++;
    }
    return at < source.length() && source.at(at) == '\n' ? at + 1 : start;
  }
}
