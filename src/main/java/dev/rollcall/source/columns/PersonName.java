package dev.rollcall.source.columns;

import java.util.Set;

/** What the text of a person's name tells: how it is written, and whether it is all of the name. */
public final class PersonName {

  private static final Set<Character.UnicodeScript> EAST_ASIAN =
      Set.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA);
  private static final int LIKE = 3;

  private PersonName() {}

  /** Whether it is written in the letters of China, Japan or Korea. */
  public static boolean isEastAsian(String text) {
    return !text.isEmpty()
        && text.codePoints().mapToObj(Character.UnicodeScript::of).allMatch(EAST_ASIAN::contains);
  }

  /** Whether a full name has the first name in it, be it a short form. */
  public static boolean speaksOf(String full, String given) {
    String start = Lexicon.plain(given.substring(0, Math.min(LIKE, given.length())));
    return Lexicon.plain(full).contains(start);
  }
}
