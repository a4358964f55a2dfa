package dev.rollcall.plan;

import dev.rollcall.model.Naming;
import java.util.stream.IntStream;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one; case does not
 * matter. Unlike a regular expression it cannot be made slow by many stars.
 */
final class NamePattern {

  private static final int NONE = -1;

  private final int[] pattern;
  private final boolean isEnding;

  /** What stands after the star where that is all there is. */
  private final String ending;

  private NamePattern(int[] pattern) {
    this.pattern = pattern;
    this.isEnding = isEnding(pattern);
    this.ending = isEnding ? new String(pattern, 1, pattern.length - 1) : "";
  }

  /** Most patterns are: a star, and then letters of which each is one character. */
  private static boolean isEnding(int[] pattern) {
    return pattern.length > 0
        && pattern[0] == '*'
        && IntStream.of(pattern).skip(1).allMatch(c -> c < 0x80 && c != '*' && c != '?');
  }

  static NamePattern of(String pattern) {
    return new NamePattern(Naming.tidy(pattern).codePoints().map(NamePattern::fold).toArray());
  }

  /** Whether the whole text is as the pattern says. */
  boolean matches(String text) {
    return isEnding ? ends(text) : fits(text);
  }

  /** Whether the text ends as the pattern does after its star, nearly always in lower case. */
  private boolean ends(String text) {
    if (text.endsWith(ending)) {
      return true;
    }
    int before = text.length() - pattern.length;
    if (before < -1) {
      return false;
    }
    for (int at = pattern.length - 1; at > 0; at--) {
      if (fold(text.charAt(before + at)) != pattern[at]) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(String text) {
    int at = 0;
    int here = 0;
    int star = NONE;
    int afterStar = 0;
    while (here < text.length()) {
      int c = text.codePointAt(here);
      if (at < pattern.length && pattern[at] == '*') {
        star = at++;
        afterStar = here;
      } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == fold(c))) {
        at++;
        here += Character.charCount(c);
      } else if (star != NONE) {
        // The last star takes one character more; earlier ones need not be looked at again.
        afterStar += Character.charCount(text.codePointAt(afterStar));
        here = afterStar;
        at = star + 1;
      } else {
        return false;
      }
    }
    while (at < pattern.length && pattern[at] == '*') {
      at++;
    }
    return at == pattern.length;
  }

  private static int fold(int c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
