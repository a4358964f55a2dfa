package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.http.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Turns at what lanes side by side would otherwise do to each other: either one of them alone, or
 * others together. Whoever wants to be alone goes before those who begin later; whoever is alone
 * may take every turn. Thread-safe.
 */
public final class Turns {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Waiting waiting;
  private int together;
  private int wanted;
  private Optional<Thread> alone = Optional.empty();

  /** Turns that nobody has; a stop ends the wait for one. */
  public Turns(Waiting waiting) {
    this.waiting = waiting;
  }

  /** Does the work while nobody else is at it; empty where a stop came first. */
  public <T> Optional<T> alone(Supplier<T> work) {
    if (isMine()) {
      return Optional.of(work.get());
    }
    want(1);
    boolean taken;
    try {
      taken = taken(this::takeAlone);
    } finally {
      want(-1);
    }
    return taken ? done(work, this::leaveAlone) : Optional.empty();
  }

  /** Does the work while nobody is at it alone; empty where a stop came first. */
  public <T> Optional<T> together(Supplier<T> work) {
    if (isMine()) {
      return Optional.of(work.get());
    }
    return taken(this::takeTogether) ? done(work, this::leaveTogether) : Optional.empty();
  }

  private boolean taken(BooleanSupplier taking) {
    while (!taking.getAsBoolean()) {
      if (waiting.stop().getAsBoolean() || !waiting.until(waiting.clock().instant().plus(PAUSE))) {
        return false;
      }
    }
    return true;
  }

  private static <T> Optional<T> done(Supplier<T> work, Runnable leaving) {
    try {
      return Optional.of(work.get());
    } finally {
      leaving.run();
    }
  }

  private synchronized boolean isMine() {
    return alone.filter(Thread.currentThread()::equals).isPresent();
  }

  private synchronized void want(int more) {
    wanted += more;
  }

  private synchronized boolean takeAlone() {
    if (alone.isPresent() || together > 0) {
      return false;
    }
    alone = Optional.of(Thread.currentThread());
    return true;
  }

  private synchronized void leaveAlone() {
    alone = Optional.empty();
  }

  private synchronized boolean takeTogether() {
    if (alone.isPresent() || wanted > 0) {
      return false;
    }
    together++;
    return true;
  }

  private synchronized void leaveTogether() {
    together--;
  }
}
