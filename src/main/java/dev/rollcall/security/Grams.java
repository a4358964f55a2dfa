package dev.rollcall.security;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parts of secrets that may not be seen: each run of so many characters, and a shorter secret
 * as a whole. Parts are looked up by a number made of their characters, so that a text is gone
 * through once whatever there is to be found.
 */
final class Grams {

  private static final long BASE = 0x9E3779B97F4A7C15L;

  private final Map<Integer, long[]> sought;

  private Grams(Map<Integer, long[]> sought) {
    this.sought = sought;
  }

  /**
   * Parts of these.
   *
   * @param run how many characters in a row may not be seen
   * @param shortest what is shorter is not sought
   */
  static Grams of(Collection<Folded> secrets, int run, int shortest) {
    Map<Integer, Set<Long>> numbers = new TreeMap<>();
    for (Folded secret : secrets) {
      int length = Math.min(run, secret.length);
      if (length >= shortest) {
        Set<Long> known = numbers.computeIfAbsent(length, key -> new TreeSet<>());
        each(secret, length, (start, number) -> known.add(number));
      }
    }
    Map<Integer, long[]> sought = new TreeMap<>();
    numbers.forEach(
        (length, all) -> sought.put(length, all.stream().mapToLong(Long::longValue).toArray()));
    return new Grams(sought);
  }

  /** Marks in the original whatever of the secrets is in the view. */
  void cover(View view, Folded text, BitSet covered) {
    sought.forEach(
        (length, numbers) ->
            each(
                text,
                length,
                (start, number) -> {
                  if (Arrays.binarySearch(numbers, number) >= 0) {
                    int first = text.places[start];
                    int last = text.places[start + length - 1];
                    mark(view, first, last, covered);
                  }
                }));
  }

  static void mark(View view, int first, int last, BitSet covered) {
    covered.set(view.from(first), Math.max(view.from(first), view.to(last)));
  }

  private interface Part {
    void at(int start, long number);
  }

  /** The number of each run of characters, from the one before it. */
  private static void each(Folded text, int length, Part part) {
    long oldest = 1;
    for (int i = 1; i < length; i++) {
      oldest *= BASE;
    }
    long number = 0;
    for (int i = 0; i < text.length; i++) {
      if (i >= length) {
        number -= text.letters[i - length] * oldest;
      }
      number = number * BASE + text.letters[i];
      if (i >= length - 1) {
        part.at(i - length + 1, number);
      }
    }
  }
}
