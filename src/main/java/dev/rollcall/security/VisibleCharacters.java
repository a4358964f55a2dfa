package dev.rollcall.security;

/** The characters that people see: code points that can be shown as they are. */
final class VisibleCharacters {

  /** Characters of format that are seen: signs that embrace the numbers behind them. */
  private static final String SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06DD\u0890\u0891\u08E2";

  /** Letters, marks and places for them that nobody sees, though Unicode calls them letters. */
  private static final String UNSEEN =
      "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2065\u2800\u3164\uFFA0";

  private static final int TEXT_LOOK = 0xFE0E;
  private static final int EMOJI_LOOK = 0xFE0F;

  private VisibleCharacters() {}

  /** Whether it is seen, takes its place and does nothing else. A line feed does something else. */
  static boolean isHarmless(int letter) {
    if (letter < 0x7F) {
      return letter >= ' ';
    }
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> isSeen(letter);
      default -> !isUnseen(letter);
    };
  }

  private static boolean isSeen(int letter) {
    return SEEN.indexOf(letter) >= 0 || letter == 0x110BD || letter == 0x110CD;
  }

  private static boolean isUnseen(int letter) {
    return UNSEEN.indexOf(letter) >= 0
        || (letter >= 0xFE00 && letter <= EMOJI_LOOK)
        || (letter >= 0xFFF0 && letter <= 0xFFF8)
        || (letter >= 0xE0000 && letter <= 0xE0FFF)
        || (letter >= 0xFDD0 && letter <= 0xFDEF)
        || (letter & 0xFFFE) == 0xFFFE;
  }

  /** Whether this only says in which of two looks the symbol before it is to be shown. */
  static boolean isChosenLook(int before, int letter) {
    if (letter != TEXT_LOOK && letter != EMOJI_LOOK) {
      return false;
    }
    int type = Character.getType(before);
    return type == Character.OTHER_SYMBOL
        || type == Character.MATH_SYMBOL
        || (before < 0x7F && "0123456789#*".indexOf(before) >= 0);
  }
}
