package dev.rollcall.tenant.http;

import java.time.Duration;

/** Lets time pass; a test's own moves its clock instead. */
@FunctionalInterface
public interface Sleeper {

  /** Really waits. */
  Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

  /** Returns when so much time has passed. */
  void sleep(Duration duration) throws InterruptedException;
}
