package dev.rollcall.tenant.http;

import java.time.Duration;

/** Lets time pass; a test's own moves its clock instead. */
@FunctionalInterface
public interface Sleeper {

  /** Really waits. */
  Sleeper REAL = duration -> Thread.sleep(duration.toMillis());

  /** Returns when so much time has passed. */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * The same work, done beside other work by the same time: whoever moves time has to know who is
   * awake.
   */
  default Runnable beside(Runnable work) {
    return work;
  }
}
