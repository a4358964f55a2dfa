package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.source.DateOrder;
import dev.rollcall.source.DateStyle;
import java.util.Optional;

/**
 * The notation of dates: one of the two is there.
 *
 * @param order which of day and month comes first
 * @param pattern the whole date
 */
public record DateNotation(Optional<DateOrder> order, Optional<String> pattern) {

  /** What is right, for people. */
  static final String EXPECTED = "month-first, day-first, or a pattern such as dd/MM/yyyy";

  /** Checks. */
  public DateNotation {
    requireNonNull(order, "order");
    requireNonNull(pattern, "pattern");
  }

  /** Reads one. */
  static DateNotation parse(String text) {
    if (text.equals("month-first")) {
      return new DateNotation(Optional.of(DateOrder.MONTH_FIRST), Optional.empty());
    }
    if (text.equals("day-first")) {
      return new DateNotation(Optional.of(DateOrder.DAY_FIRST), Optional.empty());
    }
    try {
      DateStyle.formatter(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "write month-first, day-first, or a pattern with dd, MM and yyyy (months are MM, minutes"
              + " mm)",
          e);
    }
    return new DateNotation(Optional.empty(), Optional.of(text));
  }
}
