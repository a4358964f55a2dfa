package dev.rollcall.source.columns;

import java.time.LocalDate;

/** The meaning of a date's text: a day, no day, one of two days, or nothing that can be read. */
public sealed interface DateMeaning {

  /** A day. */
  record Day(LocalDate date) implements DateMeaning {}

  /** A word for no day. */
  record Blank(String word) implements DateMeaning {}

  /** Two days, by which of day and month comes first; the column has to settle it. */
  record Either(LocalDate dayFirst, LocalDate monthFirst) implements DateMeaning {
    public LocalDate by(DateOrder order) {
      return order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
    }
  }

  /**
   * No day.
   *
   * @param remedy what would be right
   */
  record Wrong(String what, String remedy) implements DateMeaning {}

  /** A day in figures with the year last that can be read in one order only. */
  record Telling(LocalDate date, DateOrder order) implements DateMeaning {}
}
