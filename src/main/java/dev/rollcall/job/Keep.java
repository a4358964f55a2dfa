package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long something is kept.
 *
 * @param duration empty for ever
 */
public record Keep(Optional<Duration> duration) {

  /** Longer than anything was ever kept; instants do not reach much further back. */
  private static final Duration AGES = Duration.ofDays(365_000);

  /** Checks. */
  public Keep {
    requireNonNull(duration, "duration");
  }

  /** Reads one. */
  static Keep parse(String text) {
    return new Keep(
        text.equals("forever") ? Optional.empty() : Optional.of(DurationText.parse(text)));
  }

  /** What is older than this goes. */
  public Optional<Instant> until(Instant now) {
    return duration.map(kept -> before(now, kept));
  }

  /** The time so long ago; very long ago where it is further back than time goes. */
  public static Instant before(Instant now, Duration kept) {
    return now.minus(kept.compareTo(AGES) < 0 ? kept : AGES);
  }
}
