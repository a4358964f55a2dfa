package dev.rollcall.planning;

import dev.rollcall.sandbox.StandIn;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The stand-in's own clock, which can be moved: a run against it lives in that time. */
final class SandboxTime extends Clock {

  private final StandIn standIn;

  SandboxTime(StandIn standIn) {
    this.standIn = standIn;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the stand-in keeps UTC");
  }

  @Override
  public Instant instant() {
    return standIn.now();
  }
}
