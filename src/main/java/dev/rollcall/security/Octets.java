package dev.rollcall.security;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Octets with the letters that they were read from. */
final class Octets {

  private int[] values = new int[Byte.SIZE];
  private int[] first = new int[Byte.SIZE];
  private int[] last = new int[Byte.SIZE];
  private int count;

  void add(int value, int firstLetter, int lastLetter) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
      first = Arrays.copyOf(first, 2 * count);
      last = Arrays.copyOf(last, 2 * count);
    }
    values[count] = value;
    first[count] = firstLetter;
    last[count++] = lastLetter;
  }

  int count() {
    return count;
  }

  /** Where the last of them ends. */
  int end() {
    return last[count - 1];
  }

  private int at(int index) {
    return index < count ? values[index] : -1;
  }

  /** Adds what they say, be it UTF-8 or not. */
  void into(View.Builder out) {
    IntUnaryOperator octets = this::at;
    for (int i = 0; i < count; ) {
      int length = Utf8.length(octets, i);
      out.addCodePoint(Utf8.codePoint(octets, i, length), first[i], last[i + length - 1]);
      i += length;
    }
  }
}
