package dev.rollcall.source.columns;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The look of a date, and of one long past. What day it is, only reading it tells; this is for
 * columns of which nobody has said yet that they hold dates.
 */
final class RoughDate {

  private static final int LONGEST = 40;
  private static final int SHORTEST = 6;
  private static final String TIME = "(?:[T ].*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("((?:19|20|99)\\d\\d)\\s?[-/.年년]\\s?\\d{1,2}\\s?(?:[-/.月월].*)?");
  private static final Pattern COMPACT =
      Pattern.compile("((?:19|20)\\d\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?(\\d{4}|\\d\\d)" + TIME);
  private static final Pattern NAMED =
      Pattern.compile(
          "\\d{1,2}(?:st|nd|rd|th|\\.)?[-/. ]+(?:de )?\\p{L}{3,10}\\.?[-/., ]+(?:de )?'?(\\d{4}|\\d\\d)"
              + TIME);
  private static final Pattern NAMED_FIRST =
      Pattern.compile("\\p{L}{3,9}\\.?[-/. ]+\\d{1,2}(?:st|nd|rd|th)?[-, ]+(\\d{4}|\\d\\d)" + TIME);
  private static final Pattern ERA = Pattern.compile("[明大昭平令]\\p{L}{0,2}\\d{1,2}年.*");

  private RoughDate() {}

  /** Whether it looks like a date. */
  static boolean looksLikeOne(String text) {
    return year(text) != 0;
  }

  /** Whether it looks like a date of a former year, or of a former day where that is plain. */
  static boolean isPast(String text, LocalDate today) {
    String day = text.strip();
    int year = year(day);
    if (year < 0 || year != today.getYear()) {
      return year < 0 || year > 0 && year < today.getYear();
    }
    return DateReader.isPlain(day) && day.compareTo(today.toString()) < 0;
  }

  private static boolean hasDigit(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  /** The year; 0 where it is no date, negative where its year is written in another way. */
  private static int year(String text) {
    String day = text.strip();
    if (day.length() < SHORTEST
        || day.length() > LONGEST
        || day.indexOf('@') >= 0
        || !hasDigit(day)) {
      return 0;
    }
    for (Pattern pattern : new Pattern[] {YEAR_FIRST, COMPACT, YEAR_LAST, NAMED, NAMED_FIRST}) {
      Matcher matcher = pattern.matcher(day);
      if (matcher.matches()) {
        int year = Integer.parseInt(matcher.group(1));
        return year < 50 ? 2000 + year : year < 100 ? 1900 + year : year;
      }
    }
    return ERA.matcher(day).matches() ? -1 : 0;
  }
}
