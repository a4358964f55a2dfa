package dev.rollcall.job.spec;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A retention period: how long something is kept.
 *
 * @param duration empty for ever
 */
public record RetentionPeriod(Optional<Duration> duration) {

  /** Longer than anything was ever kept; instants do not reach much further back. */
  private static final Duration AGES = Duration.ofDays(365_000);

  /** Quotas and restarts need to know of the last minutes. */
  public static final Duration LEAST = Duration.ofHours(1);

  /** Reads one. */
  static RetentionPeriod parse(String text) {
    return new RetentionPeriod(
        text.equals("forever") ? Optional.empty() : Optional.of(duration(text)));
  }

  private static Duration duration(String text) {
    Duration duration = DurationText.parse(text);
    if (duration.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("an hour is the least; what is younger may be needed");
    }
    return duration;
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
