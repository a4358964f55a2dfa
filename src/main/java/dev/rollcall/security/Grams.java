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

  private final List<Parts> sought;

  private Grams(List<Parts> sought) {
    this.sought = sought;
  }

  /**
   * Parts of these.
   *
   * @param run how many characters in a row may not be seen
   * @param shortest what is shorter is not sought
   */
  static Grams of(Collection<Folded> secrets, int run, int shortest) {
    Map<Integer, Parts> sought = new TreeMap<>();
    for (Folded secret : secrets) {
      int length = Math.min(run, secret.length);
      if (length >= shortest) {
        sought.computeIfAbsent(length, Parts::new).add(secret);
      }
    }
    return new Grams(List.copyOf(sought.values()));
  }

  /** Marks in the original whatever of the secrets is in the view. */
  void cover(View view, Folded text, BitSet covered) {
    sought.forEach(parts -> parts.cover(view, text, covered));
  }
}
