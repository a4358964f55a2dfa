package dev.rollcall.apply;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A run's name: its start in UTC and four hexadecimal digits, so that sorting by it sorts by time.
 *
 * @param value e.g. {@code 20261122-033101-7f3a}
 */
public record RunId(String value) implements Comparable<RunId> {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Checks. */
  public RunId {
    requireNonNull(value, "value");
    if (!value.matches("\\d{8}-\\d{6}-[0-9a-f]{4}")) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is no run id; they look like 20261122-033101-7f3a");
    }
  }

  /** A new id. */
  public static RunId starting(Instant start, int random) {
    return new RunId(START.format(start) + "-" + String.format("%04x", random & 0xffff));
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
