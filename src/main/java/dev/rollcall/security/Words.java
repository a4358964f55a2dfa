package dev.rollcall.security;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Secrets so short that they stand in many a word: sought only where they are a word themselves.
 */
final class Words {

  /** Shorter ones turn up by chance in whatever is read out of letters that mean nothing. */
  private static final int SHORTEST_GUESSED = 4;

  private final List<String> words;

  private Words(List<String> words) {
    this.words = words;
  }

  static Words of(Collection<String> words) {
    return new Words(List.copyOf(words));
  }

  /** Marks in the original where one of them stands in what was read. */
  void cover(Readings.Reading reading, BitSet covered) {
    int shortest = reading.isGuessed() ? SHORTEST_GUESSED : 0;
    words.stream()
        .filter(word -> word.length() >= shortest)
        .forEach(word -> cover(word, reading.view(), covered));
  }

  private static void cover(String word, View view, BitSet covered) {
    String text = view.text();
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if (isEdge(text, at - 1) && isEdge(text, end)) {
        view.cover(at, end - 1, covered);
      }
    }
  }

  private static boolean isEdge(String text, int index) {
    return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
  }
}
