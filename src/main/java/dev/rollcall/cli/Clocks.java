package dev.rollcall.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time that runs live in. */
final class Clocks {

  /** Moves the clock of one process, for rehearsals against a stand-in in another process. */
  static final String OFFSET = "rollcall.clock-offset";

  private Clocks() {}

  /** The system's clock, moved by the system property {@link #OFFSET} (e.g. {@code PT21M}). */
  static Clock ofProcess() {
    return new Moved(ZoneOffset.UTC);
  }

  /** One that can be moved while it runs. */
  private static final class Moved extends Clock {

    private final ZoneId zone;

    Moved(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Moved(other);
    }

    @Override
    public Instant instant() {
      String offset = System.getProperty(OFFSET, "");
      return offset.isEmpty() ? Instant.now() : Instant.now().plus(Duration.parse(offset));
    }
  }
}
