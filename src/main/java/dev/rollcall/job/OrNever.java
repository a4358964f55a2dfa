package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A duration, or {@code never}. */
public record OrNever(Optional<Duration> duration) {

  /** Checks. */
  public OrNever {
    requireNonNull(duration, "duration");
  }

  /** Reads one. */
  static OrNever parse(String text) {
    return new OrNever(
        text.equals("never") ? Optional.empty() : Optional.of(DurationText.parse(text)));
  }
}
