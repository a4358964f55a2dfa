package dev.rollcall.tenant.http;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The watchdog over calls: ends those that take too long, in whatever state they are: a body that
 * drips included. One thread looks at all of them, and sleeps while there are none: a call costs
 * hardly more than its place in a set.
 */
final class Watchdog implements AutoCloseable {

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

  /** What hardly takes longer is not worth cutting. */
  private static final long AT_LEAST = TimeUnit.SECONDS.toNanos(1);

  /** Why a call was ended. */
  enum Bark {
    /** It took too long. */
    LATE,
    /** Nobody waits for its answer any more. */
    STOPPED,
    /** Its thread was interrupted. */
    INTERRUPTED
  }

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::look, "http-deadlines");
  private volatile boolean dozes;
  private volatile boolean closed;

  /**
   * Starts the time of a call that this thread makes.
   *
   * @param cut ends the call, from another thread
   * @param stop whether nobody waits for it any more
   */
  Watch watch(Runnable cut, Duration timeout, BooleanSupplier stop) {
    Watch watch = new Watch(cut, timeout, stop);
    watches.add(watch);
    wake();
    return watch;
  }

  /** Whether the call that this thread makes was ended. */
  boolean hasBarked() {
    return watches.stream()
        .anyMatch(each -> each.caller == Thread.currentThread() && each.barked().isPresent());
  }

  private synchronized void wake() {
    if (thread.getState() == Thread.State.NEW) {
      thread.setDaemon(true);
      thread.start();
    } else if (dozes) {
      LockSupport.unpark(thread);
    }
  }

  private void look() {
    while (!closed) {
      if (watches.isEmpty()) {
        doze();
      } else {
        LockSupport.parkNanos(this, LOOK);
      }
      watches.forEach(Watch::look);
    }
  }

  private void doze() {
    dozes = true;
    // Whoever came before could not know that it has to wake anybody.
    if (watches.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    dozes = false;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  /** The deadline of one call; closing it calls the dog off. */
  final class Watch implements AutoCloseable {

    private final Thread caller = Thread.currentThread();
    private final Runnable cut;
    private final BooleanSupplier stop;
    private final long began = System.nanoTime();
    private final long timeout;
    private Optional<Bark> barked = Optional.empty();

    private Watch(Runnable cut, Duration timeout, BooleanSupplier stop) {
      this.cut = cut;
      this.timeout = timeout.toNanos();
      this.stop = stop;
    }

    /** Why it was ended, if it was. */
    synchronized Optional<Bark> barked() {
      return barked.or(this::interrupted);
    }

    private Optional<Bark> interrupted() {
      return caller.isInterrupted() ? Optional.of(Bark.INTERRUPTED) : Optional.empty();
    }

    private void look() {
      Optional<Bark> why = why();
      if (why.isPresent() && barksFirst(why.get())) {
        cut.run();
      }
    }

    private Optional<Bark> why() {
      long age = System.nanoTime() - began;
      if (age >= timeout) {
        return Optional.of(Bark.LATE);
      }
      return age >= AT_LEAST && stop.getAsBoolean() ? Optional.of(Bark.STOPPED) : interrupted();
    }

    private synchronized boolean barksFirst(Bark why) {
      boolean first = barked.isEmpty();
      barked = barked.or(() -> Optional.of(why));
      return first;
    }

    @Override
    public void close() {
      watches.remove(this);
    }
  }
}
