package dev.rollcall.source.columns;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date whose month is named, in any language that {@link MonthNames} has. */
final class NamedMonthDate {

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

  private NamedMonthDate() {}

  /**
   * What the text, without a time, comes to; empty where it is no such date.
   *
   * @throws java.time.DateTimeException where there is no such day
   */
  static Optional<DateMeaning> read(String text) {
    Matcher m = DAY_NAMED_MONTH.matcher(text);
    if (m.matches()) {
      return MonthNames.month(m.group(2)).map(month -> day(m.group(3), month, m.group(1), text));
    }
    Matcher n = NAMED_MONTH_DAY.matcher(text);
    return n.matches()
        ? MonthNames.month(n.group(1)).map(month -> day(n.group(3), month, n.group(2), text))
        : Optional.empty();
  }

  private static DateMeaning day(String year, Month month, String day, String text) {
    int number = Integer.parseInt(year);
    int ofMonth = Integer.parseInt(day);
    return year.length() == 4
        ? new DateMeaning.Day(LocalDate.of(number, month, ofMonth))
        : ShortYear.meaning(LocalDate.of(ShortYear.of(number), month, ofMonth), text);
  }
}
