package dev.rollcall.source.columns;

import java.util.BitSet;

/**
 * The phrase of a header, in which words are looked for.
 *
 * @param plain without case, accents and what stands between words
 * @param edges where in that words begin or end, as far as the writing shows it
 */
record HeaderPhrase(String plain, BitSet edges) {

  static HeaderPhrase of(String text) {
    StringBuilder plain = new StringBuilder();
    BitSet edges = new BitSet();
    int from = 0;
    for (int to = 1; to <= text.length(); to++) {
      if (to == text.length() || isEdge(text.charAt(to - 1), text.charAt(to))) {
        edges.set(plain.length());
        String word = text.substring(from, to);
        plain.append(
            word.codePoints().anyMatch(Character::isLetterOrDigit) ? Lexicon.plain(word) : "");
        edges.set(plain.length());
        from = to;
      }
    }
    return new HeaderPhrase(plain.toString(), edges);
  }

  /** Between words, and within {@code emplStatus}. */
  private static boolean isEdge(char before, char after) {
    return isWord(before) != isWord(after)
        || Character.isLowerCase(before) && Character.isUpperCase(after)
        || Character.isDigit(before) != Character.isDigit(after);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.isSurrogate(c);
  }

  /** Whether a word may stand there: a short one only where the writing shows it. */
  boolean mayHold(int from, int to) {
    boolean isShort = to - from <= 3 && plain.charAt(from) < 0x80;
    return !isShort || edges.get(from) && edges.get(to);
  }
}
