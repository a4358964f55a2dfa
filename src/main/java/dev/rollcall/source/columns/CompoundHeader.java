package dev.rollcall.source.columns;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Headers that are put together of known words, one of which has the say: {@code Austrittsdatum},
 * {@code date_of_leaving} and {@code emplStatus} are all taken apart, whatever the language.
 */
final class CompoundHeader {

  private final Set<String> heads;
  private final Set<String> others;
  private final int longest;

  /**
   * Compounds of these words, as {@link Lexicon#plain} makes them.
   *
   * @param heads of which one must be there
   * @param others what may stand beside it
   */
  CompoundHeader(Collection<String> heads, Collection<String> others) {
    this.heads = Set.copyOf(heads);
    Set<String> all = new HashSet<>(others);
    all.addAll(heads);
    this.others = all;
    int most = 0;
    for (String word : all) {
      most = Math.max(most, word.length());
    }
    this.longest = most;
  }

  /** Whether the whole header is one. */
  boolean matches(HeaderPhrase phrase) {
    String plain = phrase.plain();
    // For each position: 0 cannot be reached, 1 by other words only, 2 with a head among them.
    int[] reached = new int[plain.length() + 1];
    reached[0] = 1;
    for (int from = 0; from < plain.length(); from++) {
      if (reached[from] > 0) {
        goOn(phrase, from, reached);
      }
    }
    return !plain.isEmpty() && reached[plain.length()] == 2;
  }

  private void goOn(HeaderPhrase phrase, int from, int[] reached) {
    int last = Math.min(phrase.plain().length(), from + longest);
    for (int to = from + 1; to <= last; to++) {
      String word = phrase.plain().substring(from, to);
      if (!phrase.mayHold(from, to)) {
        continue;
      }
      if (heads.contains(word)) {
        reached[to] = 2;
      } else if (others.contains(word)) {
        reached[to] = Math.max(reached[to], reached[from]);
      }
    }
  }
}
