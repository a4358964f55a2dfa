package dev.rollcall.source.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

  private static final LocalDate LAST_OF_2026 = LocalDate.of(2026, 12, 31);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31",
        "2026/12/31",
        "2026.12.31",
        "20261231",
        "31.12.2026",
        "31. 12. 2026",
        "31/12/2026",
        "12/31/2026",
        "12-31-2026",
        "31-Dec-2026",
        "31-DEC-26",
        "31-Dec-26",
        "31 Dec 26",
        "31Dec2026",
        "31 December 2026",
        "31st Dec 2026",
        "Dec 31, 2026",
        "Dec-31-26",
        "DECEMBER 31 2026",
        "Thursday, December 31, 2026",
        "Thu, 31 Dec 2026",
        "31. Dezember 2026",
        "31-Dez-26",
        "31 décembre 2026",
        "31 de diciembre de 2026",
        "31-dic-26",
        "31 de dezembro de 2026",
        "31 dicembre 2026",
        "31 december 2026",
        "31 grudnia 2026",
        "31 gru 2026",
        "31 декабря 2026 г.",
        "31 Aralık 2026",
        "2026年12月31日",
        "2026년 12월 31일",
        "2026-12-31T00:00:00Z",
        "2026-12-31T23:00:00Z",
        "2026-12-31T01:00:00.000+01:00",
        "2026-12-31 17:30:00",
        "2026-12-31 17:30:00+00",
        "2026-12-31 12:00 UTC",
        "12/31/2026 0:00",
        "12/31/2026 12:00:00 AM",
        "31 Dec 2026 00:00"
      })
  void readsWhatCanOnlyBeOneDay(String text) {
    assertThat(day(DateStyle.usual(), text)).isEqualTo(LAST_OF_2026);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T02:00:00Z,      America/New_York, 2026-12-30",
    "2026-12-30T23:30:00Z,      Europe/Berlin,    2026-12-31",
    "2026-12-31 00:00:00+02:00, UTC,              2026-12-30",
    "2026-12-31 00:00:00+02,    Europe/Helsinki,  2026-12-31",
    "2026-12-30T15:00:00Z,      Asia/Tokyo,       2026-12-31"
  })
  void givesAMomentTheDayThatItIsInTheZone(String text, String zone, LocalDate day) {
    assertThat(day(DateStyle.usual(ZoneId.of(zone)), text)).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2026", "3-4-2026", "12/11/2026 00:00"})
  void doesNotGuessBetweenDayAndMonth(String text) {
    assertThat(read(DateStyle.usual(), text)).isInstanceOf(DateMeaning.Either.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY_FIRST,   03/04/2026, 2026-04-03",
    "MONTH_FIRST, 03/04/2026, 2026-03-04",
    "MONTH_FIRST, 03.04.2026, 2026-03-04",
    "MONTH_FIRST, 12-31-2026, 2026-12-31",
    "DAY_FIRST,   2026-03-04, 2026-03-04"
  })
  void readsInTheOrderThatIsSaid(DateOrder order, String text, LocalDate day) {
    assertThat(day(ordered(order), text)).isEqualTo(day);
  }

  @Test
  void refusesWhatTheOrderThatIsSaidDoesNotAllow() {
    assertThat(wrong(ordered(DateOrder.DAY_FIRST), "12/31/2026"))
        .contains("is no date with the day first, as dates: says");
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yy,    03/04/26,    2026-04-03",
    "MM/dd/yy,    03/04/98,    1998-03-04",
    "d.M.yyyy,    3.4.2026,    2026-04-03",
    "yyyyMMdd,    20260403,    2026-04-03",
    "dd-MMM-yyyy, 03-APR-2026, 2026-04-03",
    "ddMMyyyy,    03042026,    2026-04-03",
    "dd/MM/yy,    2026-04-03,  2026-04-03",
    "dd/MM/yyyy,  31/12/1999,  1999-12-31",
    "yyyy-dd-MM,  2026-03-04,  2026-04-03"
  })
  void readsByAPattern(String pattern, String text, LocalDate day) {
    assertThat(day(patterned(pattern), text)).isEqualTo(day);
  }

  @Test
  void saysThatATextDoesNotFitThePattern() {
    assertThat(wrong(patterned("dd/MM/yy"), "4 April 2026"))
        .contains("is not written as dates: says, dd/MM/yy");
    assertThat(wrong(patterned("dd/MM/yy"), "31/12/99")).contains("stand for no end at all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NULL",
        "\\N",
        "n/a",
        "N/A",
        "-",
        "–",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "00/00/0000",
        "00.00.0000",
        "1900-01-00",
        "0",
        "(null)",
        "none",
        "#N/A"
      })
  void takesWordsForNoneAsBlank(String text) {
    assertThat(read(DateStyle.usual(), text)).isEqualTo(new DateMeaning.Blank(text));
  }

  @Test
  void takesFurtherWordsForNoneThatAreSaid() {
    DateStyle style =
        new DateStyle(
            Optional.empty(),
            Optional.empty(),
            Set.of("Unlimited", "01.01.3000"),
            ZoneId.of("UTC"));

    assertThat(read(style, "UNLIMITED")).isEqualTo(new DateMeaning.Blank("UNLIMITED"));
    assertThat(read(style, "01.01.3000")).isEqualTo(new DateMeaning.Blank("01.01.3000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-30          | is no date",
        "31.12.26            | its year has two digits",
        "31/12/26            | its year has two digits",
        "12.31.2026          | is no date",
        "46387               | as Excel's number of a day it would be 2026-12-31",
        "46387.5             | as Excel's number of a day it would be 2026-12-31",
        "31-Dec-99           | could be 1999-12-31 or stand for no end at all",
        "2026-00-00          | is no date",
        "0001-01-01          | is no date",
        "31/12/2566          | as a year of the Buddhist era it would be 2023",
        "2569-12-31          | as a year of the Buddhist era it would be 2026",
        "31-Dec-2566         | as a year of the Buddhist era it would be 2023",
        "never               | is no date",
        "31 Foo 2026         | is no date",
        "2026123             | is no date",
        "2026-12-31 and more | is no date",
        "31 Dec 126          | is no date"
      })
  void refusesWhatIsNoDay(String text, String what) {
    assertThat(wrong(DateStyle.usual(), text)).contains(what);
  }

  @ParameterizedTest
  @CsvSource({"1-Jan-49, 2049-01-01", "1-Jan-50, 1950-01-01", "31-Dec-98, 1998-12-31"})
  void readsTwoDigitsBehindTheNameOfAMonthAsOracleDoes(String text, LocalDate day) {
    assertThat(day(DateStyle.usual(), text)).isEqualTo(day);
  }

  private static DateMeaning read(DateStyle style, String text) {
    return new DateReader(style).read(text);
  }

  private static LocalDate day(DateStyle style, String text) {
    DateMeaning read = read(style, text);
    if (read instanceof DateMeaning.Telling telling) {
      return telling.date();
    }
    assertThat(read).as(text).isInstanceOf(DateMeaning.Day.class);
    return ((DateMeaning.Day) read).date();
  }

  private static String wrong(DateStyle style, String text) {
    DateMeaning read;
    read = read(style, text);
    assertThat(read).as(text).isInstanceOf(DateMeaning.Wrong.class);
    return ((DateMeaning.Wrong) read).what();
  }

  private static DateStyle ordered(DateOrder order) {
    return new DateStyle(Optional.of(order), Optional.empty(), Set.of(), ZoneId.of("UTC"));
  }

  private static DateStyle patterned(String pattern) {
    return new DateStyle(Optional.empty(), Optional.of(pattern), Set.of(), ZoneId.of("UTC"));
  }
}
