package dev.rollcall.source.columns;

import java.time.LocalDate;

/** Years of two digits: which they stand for, and which of their days stands for no end at all. */
final class ShortYear {

  /**
   * The first of the hundred years they stand for, as Oracle's RR has it: 49 is 2049, 50 is 1950.
   */
  static final int FIRST = 1950;

  private ShortYear() {}

  /** The year that two digits stand for. */
  static int of(int twoDigits) {
    return twoDigits + (twoDigits < FIRST % 100 ? 2000 : 1900);
  }

  /** What a day is whose year was written so in this text. */
  static DateMeaning meaning(LocalDate day, String text) {
    return isOraclesEnd(day) ? endless(text) : new DateMeaning.Day(day);
  }

  /** Oracle writes 9999-12-31 so: to take it for 1999 would make leavers of people who stay. */
  private static boolean isOraclesEnd(LocalDate day) {
    return day.equals(LocalDate.of(1999, 12, 31));
  }

  private static DateMeaning endless(String text) {
    return new DateMeaning.Wrong(
        CellText.quoted(text) + " could be 1999-12-31 or stand for no end at all",
        "write the year with four digits; or list it under blank:, if it means none");
  }
}
