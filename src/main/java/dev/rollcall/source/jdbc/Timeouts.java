package dev.rollcall.source.jdbc;

import java.time.Duration;

/**
 * How long is waited for a database.
 *
 * @param connect until it has let us in
 * @param query from sending the query to its last row
 */
public record Timeouts(Duration connect, Duration query) {

  /** What holds where nothing else is said. */
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(10));

  /** More than a query may take, so that the database's own word arrives first. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  /** Checks that they last. */
  public Timeouts {
    if (connect.isNegative() || connect.isZero() || query.isNegative() || query.isZero()) {
      throw new IllegalArgumentException("a timeout must be longer than nothing");
    }
  }

  /** In whole seconds, at least one: less would mean for ever to some drivers. */
  int connectSeconds() {
    return seconds(connect);
  }

  /** In whole seconds, at least one. */
  int querySeconds() {
    return seconds(query);
  }

  /** How long nothing at all may come from the network. */
  Duration silence() {
    return query.plus(MARGIN);
  }

  private static int seconds(Duration duration) {
    long whole = Math.max(1, duration.plusMillis(999).toSeconds());
    return (int) Math.min(whole, Integer.MAX_VALUE / 1000 - 3600);
  }

  /** As people write it: {@code 10m}, {@code 90s}. */
  static String shown(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
