package dev.rollcall.tenant.http;

import java.util.function.BooleanSupplier;

/**
 * A transport that begins no reading after a stop. Once something was written, what is read belongs
 * to it, and is read all the same, unless another lane's reading has failed.
 */
public final class StoppableTransport implements Transport {

  private final Transport transport;
  private final BooleanSupplier stop;
  private final BooleanSupplier ending;
  private volatile boolean hasWritten;

  /**
   * Before another one, which is closed with it.
   *
   * @param ending whether readings are of no use any more, because one of them has failed
   */
  public StoppableTransport(Transport transport, BooleanSupplier stop, BooleanSupplier ending) {
    this.transport = transport;
    this.stop = stop;
    this.ending = ending;
  }

  @Override
  public <T> CallOutcome<T> attempt(HttpCall call, BodyReader<T> reading) {
    if (call.isReading() && ending.getAsBoolean()) {
      return new CallOutcome.Stopped<>("was stopped: another reading has failed");
    }
    hasWritten |= !call.isReading();
    return !hasWritten && stop.getAsBoolean() ? stopped() : transport.attempt(call, reading);
  }

  /** What became of a reading that nobody waits for any more. */
  static <T> CallOutcome<T> stopped() {
    return new CallOutcome.Stopped<>("was stopped: the time is over, or somebody said stop");
  }

  @Override
  public void close() {
    transport.close();
  }
}
