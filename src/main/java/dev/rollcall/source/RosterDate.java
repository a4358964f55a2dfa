package dev.rollcall.source;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates that people and programs write. Never guesses between day and month: where a text
 * could be two days, both are told.
 */
final class RosterDate {

  /**
   * Two digits of a year are one of the hundred that begin here, as Oracle's RR has it: 49 is 2049
   * and 50 is 1950.
   */
  static final int FIRST_OF_TWO_DIGITS = 1950;

  private static final int EARLIEST_YEAR = 1900;
  private static final int BUDDHIST_YEARS = 543;
  private static final int LATEST_BUDDHIST = 2100;
  private static final int LONGEST = 60;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
  private static final Pattern DAY_DOT_MONTH =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}([-/.])\\s?\\d{1,2}\\1\\s?\\d{2}");
  private static final String WEEKDAY = "(?:\\p{L}{2,10}\\.?,\\s?)?";
  private static final Pattern DAY_NAMED_MONTH =
      Pattern.compile(
          WEEKDAY
              + "(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?(?:[-/ ]{0,2}| de )"
              + "(\\p{L}{2,12}\\.?)(?:[-/, ]{0,2}| de )(\\d{4}|(?<!\\d)\\d{2})(?: ?[rг]\\.?)?");
  private static final Pattern NAMED_MONTH_DAY =
      Pattern.compile(
          WEEKDAY
              + "(\\p{L}{2,12})\\.?[- ]{0,2}(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s?|[- ]{1,2})(\\d{4}|\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(?i)[T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( ?[ap]\\.?m\\.?)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2})(:\\d{2})?([.,]\\d{1,9})?"
              + " ?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)");
  private static final Pattern EXCELS_NUMBER = Pattern.compile("([2-7]\\d{4})(?:[.,]\\d+)?");

  /** What a text came to. */
  sealed interface Read {}

  /** A day. */
  record Day(LocalDate date) implements Read {}

  /** A word for no day. */
  record Blank(String word) implements Read {}

  /** Two days, by which of day and month comes first; the column has to settle it. */
  record Either(LocalDate dayFirst, LocalDate monthFirst) implements Read {
    LocalDate by(DateOrder order) {
      return order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
    }
  }

  /**
   * No day.
   *
   * @param remedy what would be right
   */
  record Wrong(String what, String remedy) implements Read {
    Wrong {
      requireNonNull(what, "what");
      requireNonNull(remedy, "remedy");
    }
  }

  /** A day in figures with the year last that can be read in one order only. */
  record Telling(LocalDate date, DateOrder order) implements Read {}

  private static final String REMEDY = "write it as YYYY-MM-DD";

  private final DateStyle style;
  private final Optional<DateTimeFormatter> pattern;

  RosterDate(DateStyle style) {
    this.style = style;
    this.pattern = style.pattern().map(DateStyle::formatter);
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

  /**
   * What the text, which is not blank and on one line, comes to.
   *
   * <p>A moment with its offset is the day that it was or will be in the style's time zone; a time
   * without one is left out.
   */
  Read read(String text) {
    if (style.isSaidBlank(text)) {
      return new Blank(text);
    }
    // A pattern may mean another day by what looks plain: yyyy-dd-MM.
    Read read = pattern.isEmpty() && isPlain(text) ? plain(text) : other(text);
    return read instanceof Wrong && style.isBlank(text) ? new Blank(text) : read;
  }

  private Read other(String text) {
    if (text.length() > LONGEST) {
      return noDate(text);
    }
    try {
      return inRange(patterned(text).or(() -> moment(text)).orElseGet(() -> written(text)), text);
    } catch (DateTimeException e) {
      return style
          .order()
          .filter(order -> YEAR_LAST.matcher(withoutTime(text)).matches())
          .map(order -> notIn(order, text))
          .orElseGet(() -> noDate(text));
    }
  }

  private static Wrong notIn(DateOrder order, String text) {
    return new Wrong(
        "%s is no date with the %s first, as dates: says"
            .formatted(Cells.quoted(text), order.first()),
        REMEDY + ", or correct dates:");
  }

  private static Read plain(String text) {
    int year = Integer.parseInt(text, 0, 4, 10);
    try {
      return inRange(
          new Day(
              LocalDate.of(
                  year, Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10))),
          text);
    } catch (DateTimeException e) {
      return noDate(text);
    }
  }

  private static Read inRange(Read read, String text) {
    Optional<LocalDate> day = anyDay(read);
    if (day.filter(RosterDate::isBuddhist).isPresent()) {
      return new Wrong(
          Cells.quoted(text)
              + " is far from now; as a year of the Buddhist era it would be "
              + (day.get().getYear() - BUDDHIST_YEARS),
          REMEDY + "; or list it under blank:, if it means none");
    }
    return day.filter(date -> date.getYear() < EARLIEST_YEAR).isPresent() ? noDate(text) : read;
  }

  private static Optional<LocalDate> anyDay(Read read) {
    if (read instanceof Day day) {
      return Optional.of(day.date());
    }
    if (read instanceof Telling telling) {
      return Optional.of(telling.date());
    }
    return read instanceof Either either ? Optional.of(either.dayFirst()) : Optional.empty();
  }

  /** Thailand writes 2569 for 2026: taken as it stands, nobody would ever leave. */
  private static boolean isBuddhist(LocalDate date) {
    int year = date.getYear() - BUDDHIST_YEARS;
    return year >= EARLIEST_YEAR && year <= LATEST_BUDDHIST;
  }

  private Optional<Read> patterned(String text) {
    return pattern.flatMap(
        formatter -> {
          try {
            LocalDate day = LocalDate.parse(text, formatter);
            boolean isShort = text.indexOf(Integer.toString(day.getYear())) < 0;
            return Optional.of(isShort && isOraclesEnd(day) ? endless(text) : new Day(day));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }

  private Optional<Read> moment(String text) {
    Matcher m = MOMENT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String seconds = m.group(3) == null ? ":00" : m.group(3);
    OffsetDateTime moment =
        OffsetDateTime.parse(m.group(1) + "T" + m.group(2) + seconds + offset(m.group(5)));
    return Optional.of(new Day(moment.atZoneSameInstant(style.zone()).toLocalDate()));
  }

  private static String offset(String written) {
    if (Character.isLetter(written.charAt(0))) {
      return "Z";
    }
    String digits = written.replace(":", "");
    return digits.substring(0, 3) + ":" + (digits.length() > 3 ? digits.substring(3) : "00");
  }

  private Read written(String text) {
    String day = withoutTime(text);
    if (pattern.isPresent() && !YEAR_FIRST.matcher(day).matches()) {
      return new Wrong(
          Cells.quoted(text) + " is not written as dates: says, " + style.pattern().orElseThrow(),
          REMEDY + ", or correct dates:");
    }
    return yearFirst(day).or(() -> figures(day)).or(() -> named(day)).orElseGet(() -> odd(text));
  }

  private static String withoutTime(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return text;
    }
    int start = text.substring(0, colon).replace('T', ' ').lastIndexOf(' ');
    boolean isTime = start >= 0 && TIME.matcher(text.substring(start)).matches();
    return isTime ? text.substring(0, start).strip() : text;
  }

  private static Optional<Read> yearFirst(String day) {
    Matcher m = YEAR_FIRST.matcher(day);
    if (m.matches() && (!m.group(2).isEmpty() || day.length() == 8)) {
      return Optional.of(new Day(LocalDate.of(number(m, 1), number(m, 3), number(m, 4))));
    }
    Matcher east = EAST_ASIAN.matcher(day);
    return east.matches()
        ? Optional.of(new Day(LocalDate.of(number(east, 1), number(east, 2), number(east, 3))))
        : Optional.empty();
  }

  private Optional<Read> figures(String day) {
    Matcher dots = DAY_DOT_MONTH.matcher(day);
    if (dots.matches()) {
      boolean monthFirst = style.order().equals(Optional.of(DateOrder.MONTH_FIRST));
      int first = number(dots, 1);
      int second = number(dots, 2);
      return Optional.of(
          new Day(
              LocalDate.of(
                  number(dots, 3), monthFirst ? first : second, monthFirst ? second : first)));
    }
    Matcher m = YEAR_LAST.matcher(day);
    return m.matches()
        ? Optional.of(yearLast(number(m, 4), number(m, 1), number(m, 3)))
        : Optional.empty();
  }

  private Read yearLast(int year, int first, int second) {
    if (style.order().isPresent()) {
      boolean dayFirst = style.order().get() == DateOrder.DAY_FIRST;
      return new Day(
          dayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second));
    }
    if (first == second) {
      return new Day(LocalDate.of(year, second, first));
    }
    if (first > 12) {
      return new Telling(LocalDate.of(year, second, first), DateOrder.DAY_FIRST);
    }
    if (second > 12) {
      return new Telling(LocalDate.of(year, first, second), DateOrder.MONTH_FIRST);
    }
    return new Either(LocalDate.of(year, second, first), LocalDate.of(year, first, second));
  }

  private static Optional<Read> named(String day) {
    Matcher m = DAY_NAMED_MONTH.matcher(day);
    if (m.matches()) {
      return MonthNames.month(m.group(2)).map(month -> day(m.group(3), month, number(m, 1), day));
    }
    Matcher n = NAMED_MONTH_DAY.matcher(day);
    return n.matches()
        ? MonthNames.month(n.group(1)).map(month -> day(n.group(3), month, number(n, 2), day))
        : Optional.empty();
  }

  private static Read day(String year, Month month, int day, String text) {
    if (year.length() == 4) {
      return new Day(LocalDate.of(Integer.parseInt(year), month, day));
    }
    int two = Integer.parseInt(year);
    int century = two < FIRST_OF_TWO_DIGITS % 100 ? 2000 : 1900;
    LocalDate date = LocalDate.of(century + two, month, day);
    return isOraclesEnd(date) ? endless(text) : new Day(date);
  }

  /** Oracle writes 9999-12-31 so: to take it for 1999 would make leavers of people who stay. */
  private static boolean isOraclesEnd(LocalDate ofTwoDigits) {
    return ofTwoDigits.equals(LocalDate.of(1999, 12, 31));
  }

  private static Wrong endless(String text) {
    return new Wrong(
        Cells.quoted(text) + " could be 1999-12-31 or stand for no end at all",
        "write the year with four digits; or list it under blank:, if it means none");
  }

  private static Read odd(String text) {
    Matcher excel = EXCELS_NUMBER.matcher(text);
    if (excel.matches()) {
      LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(excel.group(1)));
      return new Wrong(
          Cells.quoted(text) + " is no date; as Excel's number of a day it would be " + day,
          "show the column as dates in Excel and save it anew, or " + REMEDY);
    }
    if (SHORT_YEAR.matcher(withoutTime(text)).matches()) {
      return new Wrong(
          Cells.quoted(text) + " is no date: its year has two digits",
          REMEDY + ", or give the pattern at the source, such as dates: dd/MM/yy");
    }
    return noDate(text);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Wrong noDate(String text) {
    return new Wrong(
        Cells.quoted(text) + " is no date",
        text.indexOf(':') < 0
            ? REMEDY + "; or list it under blank:, if it means none"
            : "write the day alone, as YYYY-MM-DD; in a query, cast it to a date");
  }
}
