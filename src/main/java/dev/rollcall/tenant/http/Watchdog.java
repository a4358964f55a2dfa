package dev.rollcall.tenant.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The watchdog over calls: ends those that take too long, in whatever state they are: a body that
 * drips included.
 */
final class Watchdog implements AutoCloseable {

  private static final long LOOK = 100;

  /** What hardly takes longer is not worth cutting. */
  private static final long AT_LEAST = 1_000;

  /** Why a call was ended. */
  enum Bark {
    /** It took too long. */
    LATE,
    /** Nobody waits for its answer any more. */
    STOPPED
  }

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "http-deadlines");
            thread.setDaemon(true);
            return thread;
          });

  /** Starts the time of a call. */
  Watch watch(Future<?> sending, Duration timeout) {
    Watch watch = new Watch(sending);
    watch.alarms.add(
        timer.schedule(() -> watch.bark(Bark.LATE), timeout.toMillis(), TimeUnit.MILLISECONDS));
    return watch;
  }

  /** The same for a call that a stop may cut short. */
  Watch watch(Future<?> sending, Duration timeout, BooleanSupplier stop) {
    Watch watch = watch(sending, timeout);
    Runnable look =
        () -> {
          if (stop.getAsBoolean()) {
            watch.bark(Bark.STOPPED);
          }
        };
    watch.alarms.add(timer.scheduleWithFixedDelay(look, AT_LEAST, LOOK, TimeUnit.MILLISECONDS));
    return watch;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The deadline of one call; closing it calls the alarms off. */
  static final class Watch implements AutoCloseable {
    private final Future<?> sending;
    private final List<ScheduledFuture<?>> alarms = new ArrayList<>();
    private InputStream body = InputStream.nullInputStream();
    private Optional<Bark> barked = Optional.empty();

    private Watch(Future<?> sending) {
      this.sending = sending;
    }

    /** From now on the deadline ends this body, at once where it is over already. */
    synchronized InputStream over(InputStream stream) {
      body = stream;
      if (barked.isPresent()) {
        end();
      }
      return stream;
    }

    /** Why it was ended, if it was. */
    synchronized Optional<Bark> barked() {
      return barked;
    }

    private synchronized void bark(Bark why) {
      barked = barked.or(() -> Optional.of(why));
      sending.cancel(true);
      end();
    }

    private void end() {
      try {
        body.close();
      } catch (IOException e) {
        // Closing is the message; the reader meets its own exception.
      }
    }

    @Override
    public void close() {
      alarms.forEach(alarm -> alarm.cancel(false));
    }
  }
}
