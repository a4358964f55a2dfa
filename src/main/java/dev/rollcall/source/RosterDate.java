package dev.rollcall.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates that people and programs write, but never guesses between day and month. */
final class RosterDate {

  private static final int EARLIEST_YEAR = 1900;
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern DAY_DOT_MONTH =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern DAY_NAMED_MONTH =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-./ ]{1,2}(\\p{Alpha}{3,9})[-./, ]{1,2}(\\d{4})");
  private static final Pattern NAMED_MONTH_DAY =
      Pattern.compile("(\\p{Alpha}{3,9})[-. ]{1,2}(\\d{1,2})(?:st|nd|rd|th)?[-, ]{1,2}(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile("[T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?");
  private static final Pattern MIDNIGHT_SOMEWHERE =
      Pattern.compile("[T ]00:00(:00([.,]0{1,9})?)? ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})");
  private static final int LONGEST = 40;

  private RosterDate() {}

  /** A text that is no date, or could be two. */
  static final class MalformedDate extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedDate(String message) {
      super(message);
    }
  }

  /**
   * The date.
   *
   * @throws MalformedDate where it is none or could be two; its message says so
   */
  static LocalDate parse(String text) {
    if (isPlain(text)) {
      return plain(text);
    }
    String day = withoutTime(text.strip());
    if (day.length() > LONGEST) {
      throw noDate(text);
    }
    try {
      LocalDate date = read(day).orElseThrow(() -> noDate(text));
      if (date.getYear() < EARLIEST_YEAR) {
        throw noDate(text);
      }
      return date;
    } catch (DateTimeException e) {
      throw noDate(text);
    }
  }

  /** Whether it is written like 2026-07-01, as in most rosters. */
  static boolean isPlain(String text) {
    boolean plain = text.length() == 10;
    for (int i = 0; plain && i < 10; i++) {
      char c = text.charAt(i);
      plain = i == 4 || i == 7 ? c == '-' : c >= '0' && c <= '9';
    }
    return plain;
  }

  private static LocalDate plain(String text) {
    int year = Integer.parseInt(text, 0, 4, 10);
    try {
      if (year >= EARLIEST_YEAR) {
        return LocalDate.of(
            year, Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
      }
    } catch (DateTimeException e) {
      throw noDate(text);
    }
    throw noDate(text);
  }

  private static String withoutTime(String text) {
    int colon = text.indexOf(':');
    if (colon < 0 || text.length() > LONGEST) {
      return text;
    }
    int start = text.substring(0, colon).replace('T', ' ').lastIndexOf(' ');
    if (start < 0) {
      return text;
    }
    String time = text.substring(start);
    boolean day = TIME.matcher(time).matches() || MIDNIGHT_SOMEWHERE.matcher(time).matches();
    return day ? text.substring(0, start) : text;
  }

  private static Optional<LocalDate> read(String day) {
    Matcher m = YEAR_FIRST.matcher(day);
    if (m.matches() && (!m.group(2).isEmpty() || day.length() == 8)) {
      return Optional.of(LocalDate.of(number(m, 1), number(m, 3), number(m, 4)));
    }
    m = DAY_DOT_MONTH.matcher(day);
    if (m.matches()) {
      return Optional.of(LocalDate.of(number(m, 3), number(m, 2), number(m, 1)));
    }
    m = YEAR_LAST.matcher(day);
    if (m.matches()) {
      return Optional.of(yearLast(day, number(m, 4), number(m, 1), number(m, 3)));
    }
    return named(day);
  }

  private static Optional<LocalDate> named(String day) {
    Matcher m = DAY_NAMED_MONTH.matcher(day);
    if (m.matches()) {
      return month(m.group(2)).map(month -> LocalDate.of(number(m, 3), month, number(m, 1)));
    }
    Matcher n = NAMED_MONTH_DAY.matcher(day);
    return n.matches()
        ? month(n.group(1)).map(month -> LocalDate.of(number(n, 3), month, number(n, 2)))
        : Optional.empty();
  }

  private static LocalDate yearLast(String day, int year, int first, int second) {
    if (first > 12 || first == second) {
      return LocalDate.of(year, second, first);
    }
    if (second > 12) {
      return LocalDate.of(year, first, second);
    }
    throw new MalformedDate(
        Cells.quoted(day)
            + " could be "
            + LocalDate.of(year, second, first)
            + " or "
            + LocalDate.of(year, first, second));
  }

  private static Optional<Month> month(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(Month.values())
        .filter(
            month ->
                month
                    .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    .toLowerCase(Locale.ROOT)
                    .startsWith(start))
        .findFirst();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static MalformedDate noDate(String text) {
    return new MalformedDate(Cells.quoted(text) + " is no date");
  }
}
