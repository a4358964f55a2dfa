package dev.rollcall.security;

import java.util.function.IntUnaryOperator;

/**
 * Octets to characters. What is no UTF-8 is read octet by octet, so that garbage before a text does
 * not hide it.
 */
final class Utf8 {

  private Utf8() {}

  /**
   * How many octets the character that begins at an index takes; 0 where there is none.
   *
   * @param octets the octet at each index, below 0 where there is none
   */
  static int length(IntUnaryOperator octets, int index) {
    int first = octets.applyAsInt(index);
    if (first < 0) {
      return 0;
    }
    if (first < 0xC2 || first >= 0xF5) {
      return 1;
    }
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    for (int i = 1; i < length; i++) {
      if ((octets.applyAsInt(index + i) & 0xFFFFFFC0) != 0x80) {
        return 1;
      }
    }
    return Character.isValidCodePoint(codePoint(octets, index, length)) ? length : 1;
  }

  /** The character that so many octets make. */
  static int codePoint(IntUnaryOperator octets, int index, int length) {
    int first = octets.applyAsInt(index);
    if (length == 1) {
      return first;
    }
    int value = first & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      value = value << 6 | octets.applyAsInt(index + i) & 0x3F;
    }
    return value;
  }
}
