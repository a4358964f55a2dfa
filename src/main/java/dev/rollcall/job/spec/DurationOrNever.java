package dev.rollcall.job.spec;

import java.time.Duration;
import java.util.Optional;

/** A duration, or {@code never}. */
public record DurationOrNever(Optional<Duration> duration) {

  /** Reads one. */
  static DurationOrNever parse(String text) {
    return new DurationOrNever(
        text.equals("never") ? Optional.empty() : Optional.of(DurationText.parse(text)));
  }
}
