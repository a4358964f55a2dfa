package dev.rollcall.source.columns;

/** Which comes first in a date written in figures with the year last: {@code 03/04/2026}. */
public enum DateOrder {
  /** The third of April. */
  DAY_FIRST("day"),
  /** The fourth of March. */
  MONTH_FIRST("month");

  private final String first;

  DateOrder(String first) {
    this.first = first;
  }

  /** What comes first, for messages. */
  public String first() {
    return first;
  }
}
