package dev.rollcall.tenant.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Waits that a stop can cut short.
 *
 * @param stop whether waiting makes no sense any more; asked several times a second
 */
public record Waiting(Clock clock, Sleeper sleeper, BooleanSupplier stop) {

  private static final Duration SLICE = Duration.ofMillis(250);

  /** The same, with something more that makes waiting senseless. */
  public Waiting unless(BooleanSupplier other) {
    return new Waiting(clock, sleeper, () -> stop.getAsBoolean() || other.getAsBoolean());
  }

  /** Waits until then; false where a stop or an interrupt came first. */
  public boolean until(Instant then) {
    Duration left = Duration.between(clock.instant(), then);
    while (!left.isNegative() && !left.isZero()) {
      if (stop.getAsBoolean() || !slept(left.compareTo(SLICE) < 0 ? left : SLICE)) {
        return false;
      }
      left = Duration.between(clock.instant(), then);
    }
    return true;
  }

  private boolean slept(Duration duration) {
    try {
      // A whole millisecond at least, so that a rest of nanoseconds is not waited for forever.
      sleeper.sleep(duration.plusNanos(999_999));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
