package dev.rollcall.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the levels are known that somebody can have on a resource: which word means none of them,
 * and which give more than others. A level that is in no scale compares with nothing but none.
 *
 * @param nothing the pseudo level that takes access away, on the desired side only: {@code No
 *     access}; empty where no word means it
 * @param scales from least to most, as {@link #fold} has them; levels of different scales do not
 *     compare
 */
public record Levels(Optional<String> nothing, List<List<String>> scales) {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]");
  private static final String UNSEEN = " \t\n\u000B\f\r_-\u00A0\u202F\u2007\u200B\uFEFF";

  /** Copies. */
  public Levels {
    scales = scales.stream().map(List::copyOf).toList();
  }

  /** A level's name, whatever its case, blanks and dashes. */
  public static String fold(String level) {
    return SEPARATORS.matcher(Naming.look(level)).replaceAll("");
  }

  /** A level as it is matched; every spelling of {@link #nothing} becomes that word. */
  Optional<String> canonical(Optional<String> level) {
    String text = level.orElseThrow();
    if (isNothing(text)) {
      return nothing;
    }
    String tidy = Naming.tidy(text);
    return tidy.equals(text) ? level : Optional.of(tidy);
  }

  /**
   * The one level among those offered that only is spelled otherwise: with other blanks and case.
   * Only levels that are known can be meant by another spelling.
   *
   * @return empty where none is, or more than one
   */
  public Optional<String> likeOne(String level, Collection<String> offered) {
    String folded = fold(level);
    if (scales.stream().noneMatch(scale -> scale.contains(folded))) {
      return Optional.empty();
    }
    List<String> alike = offered.stream().filter(each -> fold(each).equals(folded)).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  /** Whether one is known to give less than the other. */
  public boolean isBelow(String lower, String higher) {
    if (isNothing(lower)) {
      return !isNothing(higher);
    }
    String low = fold(lower);
    String high = fold(higher);
    return scales.stream()
        .filter(scale -> scale.contains(low) && scale.contains(high))
        .anyMatch(scale -> scale.indexOf(low) < scale.indexOf(high));
  }

  /** Whether a level means that nothing is held. */
  public boolean isNothing(String level) {
    return nothing.isPresent() && isSpelling(nothing.get(), level);
  }

  /** Asked of every level of everybody, so it looks at the letters and copies nothing. */
  private static boolean isSpelling(String word, String text) {
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (UNSEEN.indexOf(c) >= 0) {
        continue;
      }
      while (at < word.length() && UNSEEN.indexOf(word.charAt(at)) >= 0) {
        at++;
      }
      if (at == word.length()
          || Character.toLowerCase(c) != Character.toLowerCase(word.charAt(at))) {
        return false;
      }
      at++;
    }
    return at == word.length();
  }
}
