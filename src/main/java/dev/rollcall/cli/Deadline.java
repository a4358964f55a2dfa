package dev.rollcall.cli;

import dev.rollcall.apply.Stop;
import dev.rollcall.batch.ExitCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The time of a command that writes nothing. When it is over, what is being read of the workspace
 * is cut short; what cannot be cut short, such as a database that does not answer, is left behind.
 */
final class Deadline implements AutoCloseable {

  /** For ending in good order. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Stop stop;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Deadline(Stop stop) {
    this.stop = stop;
  }

  /** Starts the time; without a duration there is plenty. */
  static Deadline in(Optional<Duration> time, Terminal terminal) {
    Clock clock = Clock.systemUTC();
    Deadline deadline = new Deadline(new Stop(clock, time.map(clock.instant()::plus), 1));
    time.ifPresent(duration -> deadline.watch(duration.plus(GRACE), terminal));
    return deadline;
  }

  /** Whether it is over. */
  boolean isOver() {
    return stop.asked();
  }

  private void watch(Duration time, Terminal terminal) {
    Thread watch = new Thread(() -> endAfter(time, terminal), "deadline");
    watch.setDaemon(true);
    watch.start();
  }

  private void endAfter(Duration time, Terminal terminal) {
    try {
      if (!ended.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        terminal.say(EventKind.COMPLAINT, "the time is over; nothing was changed");
        int code = ExitCode.INTERRUPTED.code();
        terminal.say(Event.ended(code));
        Runtime.getRuntime().halt(code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
