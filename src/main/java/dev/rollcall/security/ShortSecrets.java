package dev.rollcall.security;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Short secrets, which stand in many a word: sought only where they are a word themselves. */
final class ShortSecrets {

  /** Shorter ones turn up by chance in whatever is read out of letters that mean nothing. */
  private static final int SHORTEST_GUESSED = 4;

  private final List<String> words;

  private ShortSecrets(List<String> words) {
    this.words = words;
  }

  static ShortSecrets of(Collection<String> words) {
    return new ShortSecrets(List.copyOf(words));
  }

  /** Marks in the original where one of them stands in what was read. */
  void cover(Decodings.Reading reading, BitSet covered) {
    int shortest = reading.isGuessed() ? SHORTEST_GUESSED : 0;
    words.stream()
        .filter(word -> word.length() >= shortest)
        .forEach(word -> cover(word, reading.view(), covered));
  }

  private static void cover(String word, DecodedText view, BitSet covered) {
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
