package dev.rollcall.security;

/** Numbers in a view. */
final class Digits {

  private static final int NONE = -1;

  private Digits() {}

  /** Where the digits that begin here end. */
  static int end(DecodedText view, int start, int radix) {
    int end = start;
    while (end < view.length() && digit(view.at(end), radix) >= 0) {
      end++;
    }
    return end;
  }

  /** The number that so many digits make; below 0 where they are not there, or too many. */
  static int number(DecodedText view, int start, int digits, int radix) {
    if (digits <= 0 || start + digits > view.length()) {
      return NONE;
    }
    long value = 0;
    for (int i = start; i < start + digits; i++) {
      int digit = digit(view.at(i), radix);
      value = value * radix + digit;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return NONE;
      }
    }
    return (int) value;
  }

  /** The octet that a percent sign and two digits make; below 0 where there are none. */
  static int octet(DecodedText view, int at) {
    return at < view.length() && view.at(at) == '%' ? number(view, at + 1, 2, 16) : NONE;
  }

  static int digit(char character, int radix) {
    return character < 128 ? Character.digit(character, radix) : NONE;
  }
}
