package dev.rollcall.source.csv;

import java.util.List;
import java.util.Optional;

/**
 * How the columns of a file are separated.
 *
 * @param skipsFirstLine whether the first line is Excel's {@code sep=;} and no part of the table
 */
record Layout(char delimiter, boolean skipsFirstLine) {

  private static final List<Character> USUAL = List.of(',', ';', '\t', '|');

  /**
   * Finds it.
   *
   * @param start the first characters of the file
   */
  static Layout of(String start, Optional<Character> configured) {
    Optional<Character> said = said(start);
    String table = said.isPresent() ? start.substring(endOfLine(start, 0)) : start;
    char delimiter = configured.or(() -> said).orElseGet(() -> mostFrequent(table));
    return new Layout(delimiter, said.isPresent());
  }

  /** What a first line {@code sep=;} says, with or without quotes. */
  private static Optional<Character> said(String start) {
    String line = start.substring(0, lineEnd(start, 0));
    String bare =
        line.startsWith("\"") && line.endsWith("\"") && line.length() > 1
            ? line.substring(1, line.length() - 1)
            : line;
    return bare.length() == 5 && bare.regionMatches(true, 0, "sep=", 0, 4)
        ? Optional.of(bare.charAt(4))
        : Optional.empty();
  }

  /** The usual delimiter that stands most often outside quotes in the header. */
  private static char mostFrequent(String table) {
    int[] counts = new int[USUAL.size()];
    boolean quoted = false;
    boolean blank = true;
    for (int i = 0; i < table.length(); i++) {
      char c = table.charAt(i);
      if (!quoted && !blank && (c == '\n' || c == '\r')) {
        break;
      }
      quoted ^= c == '"';
      blank &= Character.isWhitespace(c);
      int which = USUAL.indexOf(c);
      if (which >= 0 && !quoted) {
        counts[which]++;
      }
    }
    int best = 0;
    for (int which = 1; which < counts.length; which++) {
      best = counts[which] > counts[best] ? which : best;
    }
    return USUAL.get(best);
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Behind the line end. */
  private static int endOfLine(String text, int from) {
    int end = lineEnd(text, from);
    boolean two = text.startsWith("\r\n", end);
    return Math.min(text.length(), end + (two ? 2 : 1));
  }

  /** How the delimiter is called. */
  String delimiterName() {
    return switch (delimiter) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "pipes";
      default -> "\"" + delimiter + "\"";
    };
  }
}
