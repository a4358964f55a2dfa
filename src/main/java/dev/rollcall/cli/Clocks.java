package dev.rollcall.cli;

import java.time.Clock;
import java.time.Duration;

/** The time that runs live in. */
final class Clocks {

  /** Moves the clock of one process, for rehearsals against a stand-in in another process. */
  static final String OFFSET = "rollcall.clock-offset";

  private Clocks() {}

  /** The system's clock, moved by the system property {@link #OFFSET} (e.g. {@code PT21M}). */
  static Clock ofProcess() {
    String offset = System.getProperty(OFFSET, "");
    return offset.isEmpty()
        ? Clock.systemUTC()
        : Clock.offset(Clock.systemUTC(), Duration.parse(offset));
  }
}
