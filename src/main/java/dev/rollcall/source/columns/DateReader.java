package dev.rollcall.source.columns;

import dev.rollcall.source.columns.DateMeaning.Blank;
import dev.rollcall.source.columns.DateMeaning.Day;
import dev.rollcall.source.columns.DateMeaning.Either;
import dev.rollcall.source.columns.DateMeaning.Telling;
import dev.rollcall.source.columns.DateMeaning.Wrong;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reader of dates, as people and programs write them. Never guesses between day and month:
 * where a text could be two days, both are told.
 */
public final class DateReader {

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
  private static final Pattern TIME =
      Pattern.compile("(?i)[T ]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( ?[ap]\\.?m\\.?)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2})(:\\d{2})?([.,]\\d{1,9})?"
              + " ?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)");
  private static final Pattern EXCELS_NUMBER = Pattern.compile("([2-7]\\d{4})(?:[.,]\\d+)?");

  private static final String REMEDY = "write it as YYYY-MM-DD";

  private final DateStyle style;
  private final Optional<DateTimeFormatter> pattern;

  public DateReader(DateStyle style) {
    this.style = style;
    this.pattern = style.pattern().map(DateStyle::formatter);
  }

  /** Whether it is written like 2026-07-01, as in most rosters. */
  public static boolean isPlain(String text) {
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
  public DateMeaning read(String text) {
    if (style.isSaidBlank(text)) {
      return new Blank(text);
    }
    // A pattern may mean another day by what looks plain: yyyy-dd-MM.
    DateMeaning read = pattern.isEmpty() && isPlain(text) ? plain(text) : other(text);
    return read instanceof Wrong && style.isBlank(text) ? new Blank(text) : read;
  }

  private DateMeaning other(String text) {
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
            .formatted(CellText.quoted(text), order.first()),
        REMEDY + ", or correct dates:");
  }

  private static DateMeaning plain(String text) {
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

  private static DateMeaning inRange(DateMeaning read, String text) {
    Optional<LocalDate> day = anyDay(read);
    if (day.filter(DateReader::isBuddhist).isPresent()) {
      return new Wrong(
          CellText.quoted(text)
              + " is far from now; as a year of the Buddhist era it would be "
              + (day.get().getYear() - BUDDHIST_YEARS),
          REMEDY + "; or list it under blank:, if it means none");
    }
    return day.filter(date -> date.getYear() < EARLIEST_YEAR).isPresent() ? noDate(text) : read;
  }

  private static Optional<LocalDate> anyDay(DateMeaning read) {
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

  private Optional<DateMeaning> patterned(String text) {
    return pattern.flatMap(
        formatter -> {
          try {
            LocalDate day = LocalDate.parse(text, formatter);
            boolean isShort = text.indexOf(Integer.toString(day.getYear())) < 0;
            return Optional.of(isShort ? ShortYear.meaning(day, text) : new Day(day));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }

  private Optional<DateMeaning> moment(String text) {
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

  private DateMeaning written(String text) {
    String day = withoutTime(text);
    if (pattern.isPresent() && !YEAR_FIRST.matcher(day).matches()) {
      return new Wrong(
          CellText.quoted(text)
              + " is not written as dates: says, "
              + style.pattern().orElseThrow(),
          REMEDY + ", or correct dates:");
    }
    return yearFirst(day)
        .or(() -> figures(day))
        .or(() -> NamedMonthDate.read(day))
        .orElseGet(() -> odd(text));
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

  private static Optional<DateMeaning> yearFirst(String day) {
    Matcher m = YEAR_FIRST.matcher(day);
    if (m.matches() && (!m.group(2).isEmpty() || day.length() == 8)) {
      return Optional.of(new Day(LocalDate.of(number(m, 1), number(m, 3), number(m, 4))));
    }
    Matcher east = EAST_ASIAN.matcher(day);
    return east.matches()
        ? Optional.of(new Day(LocalDate.of(number(east, 1), number(east, 2), number(east, 3))))
        : Optional.empty();
  }

  private Optional<DateMeaning> figures(String day) {
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

  private DateMeaning yearLast(int year, int first, int second) {
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

  private static DateMeaning odd(String text) {
    Matcher excel = EXCELS_NUMBER.matcher(text);
    if (excel.matches()) {
      LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Long.parseLong(excel.group(1)));
      return new Wrong(
          CellText.quoted(text) + " is no date; as Excel's number of a day it would be " + day,
          "show the column as dates in Excel and save it anew, or " + REMEDY);
    }
    if (SHORT_YEAR.matcher(withoutTime(text)).matches()) {
      return new Wrong(
          CellText.quoted(text) + " is no date: its year has two digits",
          REMEDY + ", or give the pattern at the source, such as dates: dd/MM/yy");
    }
    return noDate(text);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Wrong noDate(String text) {
    return new Wrong(
        CellText.quoted(text) + " is no date",
        text.indexOf(':') < 0
            ? REMEDY + "; or list it under blank:, if it means none"
            : "write the day alone, as YYYY-MM-DD; in a query, cast it to a date");
  }
}
