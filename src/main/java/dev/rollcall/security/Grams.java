package dev.rollcall.security;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of secrets that may not be seen: each run of so many characters, and a shorter secret
 * as a whole.
 */
final class Grams {

  private final List<FixedLengthParts> sought;

  private Grams(List<FixedLengthParts> sought) {
    this.sought = sought;
  }

  /**
   * Parts of these.
   *
   * @param run how many characters in a row may not be seen
   * @param shortest what is shorter is not sought
   */
  static Grams of(Collection<FoldedText> secrets, int run, int shortest) {
    Map<Integer, FixedLengthParts> sought = new TreeMap<>();
    for (FoldedText secret : secrets) {
      int length = Math.min(run, secret.length);
      if (length >= shortest) {
        sought.computeIfAbsent(length, FixedLengthParts::new).add(secret);
      }
    }
    return new Grams(List.copyOf(sought.values()));
  }

  /** Marks in the original whatever of the secrets is in the view. */
  void cover(DecodedText view, FoldedText text, BitSet covered) {
    sought.forEach(parts -> parts.cover(view, text, covered));
  }
}
