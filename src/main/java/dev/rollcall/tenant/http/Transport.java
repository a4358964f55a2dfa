package dev.rollcall.tenant.http;

/** Makes one call. Must not retry, must not follow redirects, must not throw. Thread-safe. */
public interface Transport extends AutoCloseable {

  /** Makes the call once and reads its answer. */
  <T> CallOutcome<T> attempt(HttpCall call, BodyReader<T> reading);

  @Override
  void close();
}
