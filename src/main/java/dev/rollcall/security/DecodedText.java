package dev.rollcall.security;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A text, or what decoding makes of it, where each character knows the piece of the original that
 * it was read from.
 */
final class DecodedText {

  /** Stands between pieces that do not belong together; part of no text. */
  static final char GAP = '\uFFFF';

  private final String text;
  private final int[] from;
  private final int[] to;

  private DecodedText(String text, int[] from, int[] to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** The original itself. */
  static DecodedText of(String text) {
    int[] from = new int[text.length()];
    int[] to = new int[text.length()];
    for (int i = 0; i < from.length; i++) {
      from[i] = i;
      to[i] = i + 1;
    }
    return new DecodedText(text, from, to);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  char at(int index) {
    return text.charAt(index);
  }

  /** Where in the original the character begins. */
  int from(int index) {
    return from[index];
  }

  /** Where in the original the character ends. */
  int to(int index) {
    return to[index];
  }

  /** Marks the piece of the original that these characters were read from. */
  void cover(int first, int last, BitSet covered) {
    covered.set(from[first], Math.max(from[first], to[last]));
  }

  /** Puts together what is decoded of a view, character by character. */
  static final class Builder {

    private final DecodedText source;
    private final StringBuilder text;
    private int[] from;
    private int[] to;

    Builder(DecodedText source) {
      this.source = source;
      this.text = new StringBuilder(source.length());
      this.from = new int[source.length() + 1];
      this.to = new int[source.length() + 1];
    }

    /** A character, read from these characters of the source. */
    void add(char character, int first, int last) {
      if (text.length() == from.length) {
        from = Arrays.copyOf(from, 2 * from.length);
        to = Arrays.copyOf(to, 2 * to.length);
      }
      from[text.length()] = source.from(first);
      to[text.length()] = source.to(last);
      text.append(character);
    }

    /** A character of Unicode, likewise. */
    void addCodePoint(int codePoint, int first, int last) {
      if (Character.isBmpCodePoint(codePoint)) {
        add((char) codePoint, first, last);
        return;
      }
      for (char each : Character.toChars(codePoint)) {
        add(each, first, last);
      }
    }

    /** The end of what belongs together. */
    void gap(int at) {
      if (text.length() > 0 && text.charAt(text.length() - 1) != GAP) {
        add(GAP, at, at);
      }
    }

    DecodedText view() {
      return new DecodedText(text.toString(), from, to);
    }
  }
}
