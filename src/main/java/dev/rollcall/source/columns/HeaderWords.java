package dev.rollcall.source.columns;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a header, and the header as a whole.
 *
 * @param plain as {@link Lexicon#plain} makes it
 * @param words each of them so
 */
record HeaderWords(String plain, Set<String> words) {

  /** Parts of words as short as this are in too many others. */
  private static final int SHORT = 4;

  /** In scripts that have letters, not in those whose characters are words. */
  private static final int SHORTEST = 2;

  private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** Copies. */
  HeaderWords {
    words = Set.copyOf(words);
  }

  /** Of a header. */
  static HeaderWords of(String text) {
    return new HeaderWords(
        Lexicon.plain(text),
        WORD.splitAsStream(text).map(Lexicon::plain).collect(toUnmodifiableSet()));
  }

  /** Whether one of these is part of it; a short one must be a word of its own. */
  boolean has(Set<String> parts) {
    return parts.stream()
        .anyMatch(part -> isShort(part) ? words.contains(part) : plain.contains(part));
  }

  private static boolean isShort(String part) {
    char first = part.charAt(0);
    return part.length() <= SHORT && first < 0x80 || part.length() <= SHORTEST && first < 0x500;
  }
}
