package dev.rollcall.target.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends calls that take too long, in whatever state they are: a body that drips included. */
final class Watchdog implements AutoCloseable {

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
    watch.alarm = timer.schedule(watch::bark, timeout.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The deadline of one call; closing it calls the alarm off. */
  static final class Watch implements AutoCloseable {
    private final Future<?> sending;
    private ScheduledFuture<?> alarm;
    private InputStream body = InputStream.nullInputStream();
    private boolean barked;

    private Watch(Future<?> sending) {
      this.sending = sending;
    }

    /** From now on the deadline ends this body, at once where it is over already. */
    synchronized InputStream over(InputStream stream) {
      body = stream;
      if (barked) {
        end();
      }
      return stream;
    }

    synchronized boolean barked() {
      return barked;
    }

    private synchronized void bark() {
      barked = true;
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
      alarm.cancel(false);
    }
  }
}
