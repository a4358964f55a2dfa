package dev.rollcall.tenant.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that only moves when somebody sleeps by it. */
public final class MovingClock extends Clock implements Sleeper {

  private Instant now;
  private Duration slept = Duration.ZERO;

  public MovingClock(Instant start) {
    now = start;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    now = now.plus(duration);
    slept = slept.plus(duration);
  }

  /** Goes to another time, be it before. */
  public synchronized void set(Instant other) {
    now = other;
  }

  public synchronized Duration slept() {
    return slept;
  }

  public Waiting waiting() {
    return new Waiting(this, this, () -> false);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
