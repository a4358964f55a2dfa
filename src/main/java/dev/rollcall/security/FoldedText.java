package dev.rollcall.security;

/**
 * A text as it is compared: without case, full-width letters as plain ones, and all blanks alike. A
 * plus sign is a blank too, because forms write one for the other.
 */
final class FoldedText {

  /** What becomes of blanks. */
  enum Blanks {
    /** They count. */
    KEPT,
    /** They do not, as where a long word was broken into lines. */
    DROPPED
  }

  private static final char BLANK = ' ';
  private static final int FULL_WIDTH = 0xFF01 - '!';

  final char[] letters;

  /** Where each letter stands in the text. */
  final int[] places;

  final int length;

  private FoldedText(char[] letters, int[] places, int length) {
    this.letters = letters;
    this.places = places;
    this.length = length;
  }

  static FoldedText of(String text, Blanks blanks) {
    char[] letters = new char[text.length()];
    int[] places = new int[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = fold(text.charAt(i));
      if (letter != BLANK || blanks == Blanks.KEPT) {
        places[length] = i;
        letters[length++] = letter;
      }
    }
    return new FoldedText(letters, places, length);
  }

  /** Whether dropping blanks would change anything. */
  boolean hasBlanks() {
    for (int i = 0; i < length; i++) {
      if (letters[i] == BLANK) {
        return true;
      }
    }
    return false;
  }

  static boolean isBlank(char letter) {
    return letter <= BLANK
        || letter >= 0x7F
            && (Character.isSpaceChar(letter)
                || Character.isISOControl(letter)
                || Character.getType(letter) == Character.FORMAT);
  }

  private static char fold(char letter) {
    if (letter >= 'A' && letter <= 'Z') {
      return (char) (letter | BLANK);
    }
    if (letter > BLANK && letter < 0x7F) {
      return letter == '+' ? BLANK : letter;
    }
    if (letter > 0xFF00 && letter < 0xFF5F) {
      return fold((char) (letter - FULL_WIDTH));
    }
    return isBlank(letter) ? BLANK : Character.toLowerCase(letter);
  }
}
