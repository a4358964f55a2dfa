package dev.rollcall.security;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Parts of secrets, all of one length. They are looked up by a number made of their characters, so
 * that a text is gone through once whatever there is to be found.
 */
final class FixedLengthParts {

  private static final long BASE = 0x9E3779B97F4A7C15L;

  private final int length;
  private final long oldest;
  private final Set<Long> numbers = new HashSet<>();

  /** Where this says no, there is no need to look: nearly always. */
  private final BitSet likely = new BitSet(1 << Character.SIZE);

  FixedLengthParts(int length) {
    this.length = length;
    long power = 1;
    for (int i = 1; i < length; i++) {
      power *= BASE;
    }
    this.oldest = power;
  }

  /** All parts of a secret. */
  void add(FoldedText secret) {
    long number = 0;
    for (int end = 0; end < secret.length; end++) {
      number = next(secret, end, number);
      if (end >= length - 1) {
        numbers.add(number);
        likely.set(hint(number));
      }
    }
  }

  /** Marks in the original whatever of the secrets is in the view. */
  void cover(DecodedText view, FoldedText text, BitSet covered) {
    long number = 0;
    for (int end = 0; end < text.length; end++) {
      number = next(text, end, number);
      if (end >= length - 1 && likely.get(hint(number)) && numbers.contains(number)) {
        view.cover(text.places[end - length + 1], text.places[end], covered);
      }
    }
  }

  /** The number of the part that ends here, from that of the one before it. */
  private long next(FoldedText text, int end, long number) {
    long kept = end < length ? number : number - text.letters[end - length] * oldest;
    return kept * BASE + text.letters[end];
  }

  private static int hint(long number) {
    return (int) (number >>> Long.SIZE - Character.SIZE);
  }
}
