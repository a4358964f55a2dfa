package dev.rollcall.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Full names of people, compared as far as names can be. */
final class FullName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private FullName() {}

  /**
   * Whether these are quite different names: both are known, and not one word is in both. Whoever
   * marries keeps a word, and so does a name written the other way round or without accents.
   */
  static boolean differ(String one, String two) {
    Set<String> words = words(one);
    Set<String> others = words(two);
    return !words.isEmpty() && !others.isEmpty() && Collections.disjoint(words, others);
  }

  private static Set<String> words(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return Arrays.stream(BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
