package dev.rollcall.source.columns;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of months in the languages of offices, long and short. A name that means different
 * months in two of them means none.
 */
final class MonthNames {

  private static final List<String> LANGUAGES =
      List.of(
          "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ru", "uk", "tr",
          "hu", "ro");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  /** Other languages' are asked for seldom, and take a while to be gathered. */
  private static final class Others {
    private static final Map<String, Month> NAMES = gathered();

    private Others() {}

    private static Map<String, Month> gathered() {
      Map<String, Month> names = new HashMap<>();
      Set<String> ambiguous = new HashSet<>();
      for (String language : LANGUAGES) {
        for (Month month : Month.values()) {
          for (TextStyle style : STYLES) {
            String name = folded(month.getDisplayName(style, Locale.forLanguageTag(language)));
            if (month != names.merge(name, month, (known, other) -> known)) {
              ambiguous.add(name);
            }
          }
        }
      }
      names.keySet().removeAll(ambiguous);
      return Map.copyOf(names);
    }
  }

  private MonthNames() {}

  /** The month of this name; English ones may be cut short behind the third letter. */
  static Optional<Month> month(String name) {
    String folded = folded(name);
    Optional<Month> english =
        Arrays.stream(Month.values())
            .filter(month -> folded.length() >= 3)
            .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(folded))
            .findFirst();
    return english.or(
        () -> folded.isEmpty() ? Optional.empty() : Optional.ofNullable(Others.NAMES.get(folded)));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace(".", "").strip();
  }
}
