package dev.rollcall.tenant.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A clock that only moves when somebody sleeps by it. Where several work beside each other, it
 * moves once all of them sleep, to where the first one wakes up.
 */
public final class MovingClock extends Clock implements Sleeper {

  /** Somebody who sleeps until then. */
  private static final class Alarm {
    private final Instant at;
    private boolean rung;

    private Alarm(Instant at) {
      this.at = at;
    }
  }

  private final Queue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing((Alarm alarm) -> alarm.at));
  private final ThreadLocal<Boolean> beside = ThreadLocal.withInitial(() -> false);
  private Instant now;
  private Duration slept = Duration.ZERO;
  private int awake;

  public MovingClock(Instant start) {
    now = start;
  }

  @Override
  public Runnable beside(Runnable work) {
    rise(1);
    return () -> {
      boolean before = beside.get();
      beside.set(true);
      try {
        work.run();
      } finally {
        beside.set(before);
        rise(-1);
      }
    };
  }

  private synchronized void rise(int more) {
    awake += more;
    ring();
  }

  @Override
  public synchronized void sleep(Duration duration) {
    Alarm alarm = new Alarm(now.plus(duration));
    slept = slept.plus(duration);
    alarms.add(alarm);
    // Whoever works alone is not counted among those beside each other.
    int counted = beside.get() ? 1 : 0;
    awake -= counted;
    ring();
    try {
      while (!alarm.rung) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      // Whoever rang it counted it as awake again.
      awake += alarm.rung ? counted - 1 : counted;
      alarms.remove(alarm);
      ring();
    }
  }

  /** Once nobody is awake, those wake up whose time comes first. */
  private void ring() {
    while (awake == 0 && !alarms.isEmpty()) {
      now = alarms.element().at.isAfter(now) ? alarms.element().at : now;
      while (!alarms.isEmpty() && !alarms.element().at.isAfter(now)) {
        alarms.remove().rung = true;
        awake++;
      }
      notifyAll();
    }
  }

  /** Goes to another time, be it before. */
  public synchronized void set(Instant other) {
    now = other;
  }

  /** How long all have slept, those who slept at the same time counted one by one. */
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
