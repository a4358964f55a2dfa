package dev.rollcall.job.spec;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A duration, or {@code never}. */
public record DurationOrNever(Optional<Duration> duration) {

  /** Checks. */
  public DurationOrNever {
    requireNonNull(duration, "duration");
  }

  /** Reads one. */
  static DurationOrNever parse(String text) {
    return new DurationOrNever(
        text.equals("never") ? Optional.empty() : Optional.of(DurationText.parse(text)));
  }
}
