package dev.rollcall.tenant.http;

import java.util.function.BooleanSupplier;

/**
 * Begins no reading after a stop. Once something was written, what is read belongs to it, and is
 * read all the same.
 */
public final class UntilStopped implements Transport {

  private final Transport transport;
  private final BooleanSupplier stop;
  private volatile boolean hasWritten;

  /** Before another one, which is closed with it. */
  public UntilStopped(Transport transport, BooleanSupplier stop) {
    this.transport = transport;
    this.stop = stop;
  }

  @Override
  public <T> Attempt<T> attempt(Call call, Reading<T> reading) {
    hasWritten |= !call.isReading();
    return !hasWritten && stop.getAsBoolean() ? stopped() : transport.attempt(call, reading);
  }

  /** What became of a reading that nobody waits for any more. */
  static <T> Attempt<T> stopped() {
    return new Attempt.Stopped<>("was stopped: the time is over, or somebody said stop");
  }

  @Override
  public void close() {
    transport.close();
  }
}
