package dev.rollcall.sandbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The known name that somebody probably meant. */
public final class NearestName {

  private NearestName() {}

  /** A half sentence to append to a complaint about {@code name}; empty where nothing is near. */
  public static String hint(String name, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
        .map(candidate -> "; did you mean '" + candidate + "'?")
        .orElse(known.isEmpty() ? "" : "; known are " + String.join(", ", known));
  }

  /** The edit distance of two names, upper and lower case alike. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
