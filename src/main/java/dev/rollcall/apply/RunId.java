package dev.rollcall.apply;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A run's name: its start in UTC, so that sorting by it sorts by time. The last four hexadecimal
 * digits hold the milliseconds and a little chance.
 *
 * @param value e.g. {@code 20261122-033101-7f3a}
 */
public record RunId(String value) implements Comparable<RunId> {

  /** As many as leave the milliseconds of a second room in four hexadecimal digits. */
  private static final int CHANCES = 65;

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Checks how it is written. */
  public RunId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is no run id; they look like 20261122-033101-7f3a");
    }
  }

  /** Whether something is written as one. */
  public static boolean isOne(String text) {
    return text.matches("\\d{8}-\\d{6}-[0-9a-f]{4}");
  }

  /** A new id. */
  public static RunId starting(Instant start, int random) {
    int millis = start.get(ChronoField.MILLI_OF_SECOND);
    int rest = millis * CHANCES + Math.floorMod(random, CHANCES);
    return new RunId(START.format(start) + "-" + String.format("%04x", rest));
  }

  /** When it began, to the second; empty where it was made up. */
  public Optional<Instant> start() {
    try {
      return Optional.of(Instant.from(START.parse(value.substring(0, value.lastIndexOf('-')))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
