package dev.rollcall.security;

import java.util.Locale;

/**
 * Words from outside made harmless: whatever steers a terminal, turns a text around, hides in it or
 * breaks a line is shown as an escape, a backslash, a {@code u} and its code point in braces.
 *
 * <p>Nothing from outside can pass for such an escape: a backslash that stands before {@code u} and
 * a brace is itself shown as an escape. All other backslashes stay, so that paths and Windows
 * accounts read as they are written. So every text has one form that is shown, and {@link #read}
 * finds it back.
 *
 * <p>Escaped are control characters (C0, DEL, C1), marks of direction, invisible characters of any
 * kind (joiners of zero width, tags, fillers, byte order marks, selectors of a variant but those of
 * an emoji), separators of lines and paragraphs, halves of surrogate pairs, and code points that
 * are no characters. A joiner between letters of Persian or of Indian scripts is among them: there
 * is no telling it from one that makes two names look alike.
 */
public final class PlainText {

  private static final String START = "\\u{";

  /** {@code 10FFFF}. */
  private static final int LONGEST_NUMBER = 6;

  private PlainText() {}

  /** On one line: line feeds and tabs are shown too. */
  public static String line(String text) {
    return escaped(text, "");
  }

  /** Over several lines: line feeds and tabs stay. */
  public static String lines(String text) {
    return escaped(text, "\n\t");
  }

  private static String escaped(String text, String kept) {
    int from = 0;
    StringBuilder shown = null;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      boolean asIs =
          letter == '\\'
              ? !text.startsWith(START, at)
              : kept.indexOf(letter) >= 0 || staysAfter(text, at, letter);
      if (!asIs) {
        shown = shown == null ? new StringBuilder(text.length() + 16) : shown;
        shown.append(text, from, at).append(escape(letter));
        from = at + Character.charCount(letter);
      }
      at += Character.charCount(letter);
    }
    return shown == null ? text : shown.append(text, from, text.length()).toString();
  }

  private static boolean staysAfter(String text, int at, int letter) {
    return VisibleCharacters.isHarmless(letter)
        || (at > 0 && VisibleCharacters.isChosenLook(text.codePointBefore(at), letter));
  }

  /** A code point as it is shown. */
  static String escape(int letter) {
    return START + Integer.toHexString(letter).toUpperCase(Locale.ROOT) + "}";
  }

  /** What {@link #line} or {@link #lines} has shown, as it was. */
  public static String read(String shown) {
    int at = shown.indexOf(START);
    if (at < 0) {
      return shown;
    }
    StringBuilder text = new StringBuilder(shown.length());
    int from = 0;
    while (at >= 0) {
      int end = shown.indexOf('}', at);
      int letter = end < 0 ? -1 : number(shown.substring(at + START.length(), end));
      if (letter >= 0) {
        text.append(shown, from, at).appendCodePoint(letter);
        from = end + 1;
      }
      at = shown.indexOf(START, letter >= 0 ? from : at + 1);
    }
    return text.append(shown, from, shown.length()).toString();
  }

  private static int number(String digits) {
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= LONGEST_NUMBER
            && digits.chars().allMatch(c -> "0123456789ABCDEFabcdef".indexOf(c) >= 0);
    int letter = isNumber ? Integer.parseInt(digits, 16) : -1;
    return Character.isValidCodePoint(letter) ? letter : -1;
  }
}
