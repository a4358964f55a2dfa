package dev.rollcall.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several places on one line, what they have in common said once. */
public final class Places {

  /** The source, and where in it: {@code people.csv:} 2, {@code people.xlsx!People!} C7. */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<source>.*(?:!|: row |:))(?<spot>[A-Z]{0,3}(?<row>\\d{1,9}))(?: \\(.*\\))?");

  private Places() {}

  /** By source, then by row: as somebody who mends them would go through them. */
  static int inOrder(String one, String other) {
    int bySource = source(one).compareTo(source(other));
    int byRow = Integer.compare(row(one), row(other));
    return bySource != 0 ? bySource : byRow != 0 ? byRow : one.compareTo(other);
  }

  private static String source(String place) {
    Matcher within = WITHIN.matcher(place);
    return within.matches() ? within.group("source") : place;
  }

  private static int row(String place) {
    Matcher within = WITHIN.matcher(place);
    return within.matches() ? Integer.parseInt(within.group("row")) : 0;
  }

  /** A text that ends with {@code at people.csv:4 (Role)}, with {@code in people.csv} instead. */
  static String withoutRow(String text) {
    int at = text.lastIndexOf(" at ");
    Matcher within = WITHIN.matcher(at < 0 ? "" : text.substring(at + " at ".length()));
    return within.matches()
        ? text.substring(0, at) + " in " + within.group("source").replaceAll("(?:!|:| row )+$", "")
        : text;
  }

  /** {@code people.csv:2, 12, 13, leavers.csv:4}. */
  public static String shortly(List<String> places) {
    List<String> words = new ArrayList<>();
    String source = "";
    for (String place : places) {
      Matcher within = WITHIN.matcher(place);
      if (!within.matches()) {
        words.add(place);
        source = "";
      } else if (within.group("source").equals(source)) {
        words.add(within.group("spot"));
      } else {
        source = within.group("source");
        words.add(source + within.group("spot"));
      }
    }
    return String.join(", ", words);
  }
}
