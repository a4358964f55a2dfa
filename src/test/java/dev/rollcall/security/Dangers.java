package dev.rollcall.security;

import java.util.List;
import java.util.Set;

/** Finds in an output what must never be there, by a list of its own. */
public final class Dangers {

  private static final Set<Integer> TYPES =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.SURROGATE,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  private Dangers() {}

  /** Every code point that steers, turns or hides; line feeds and tabs do not. */
  public static List<String> in(String text) {
    return text.codePoints()
        .filter(letter -> letter != '\n' && letter != '\t')
        .filter(Dangers::isDanger)
        .mapToObj("U+%04X"::formatted)
        .distinct()
        .toList();
  }

  private static boolean isDanger(int letter) {
    boolean seen =
        (letter >= 0x600 && letter <= 0x605)
            || letter == 0x6DD
            || letter == 0x8E2
            || letter == 0x890
            || letter == 0x891
            || letter == 0x110BD
            || letter == 0x110CD;
    return !seen
        && (TYPES.contains(Character.getType(letter))
            || (letter >= 0xE0000 && letter <= 0xE0FFF)
            || (letter >= 0xFE00 && letter <= 0xFE0D));
  }
}
