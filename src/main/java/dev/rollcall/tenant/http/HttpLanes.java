package dev.rollcall.tenant.http;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.RequestQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends calls, each through the window of its lane and with retries: one at a time a lane, and
 * lanes side by side. Thread-safe.
 */
public final class HttpLanes implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpLanes.class);

  private final Transport transport;
  private final Retry retry;
  private final Function<Lane, RateWindow> opening;
  private final AtomicInteger made = new AtomicInteger();
  private final Map<Lane, RateWindow> windows = new ConcurrentHashMap<>();

  /**
   * Lanes that share one transport.
   *
   * @param past when requests of a lane were made shortly before, by whomever; asked once a lane
   */
  public HttpLanes(
      Transport transport,
      Retry retry,
      Function<Lane, RateWindow> opening,
      Function<Lane, List<Instant>> past) {
    this.transport = transport;
    this.retry = retry;
    this.opening = lane -> opening.apply(lane).seed(past.apply(lane));
  }

  /** Makes the call in its lane. */
  public <T> FinishedCall<T> send(
      Lane lane, RepeatRule repeat, HttpCall call, BodyReader<T> reading) {
    RateWindow window = windows.computeIfAbsent(lane, opening);
    FinishedCall<T> finished =
        retry.run(
            repeat,
            window,
            () -> {
              made.incrementAndGet();
              CallOutcome<T> attempt = transport.attempt(call, reading);
              log.debug("{} {}", call, said(attempt));
              return attempt;
            });
    return finished;
  }

  /** How many calls were made, repeated ones included. */
  public int made() {
    return made.get();
  }

  /** How many calls of a lane may be made as of now. */
  public RequestQuota quota(Lane lane) {
    return windows.computeIfAbsent(lane, opening).quota();
  }

  /** How long ago calls of a lane were made that count against its quota still. */
  public List<Duration> recent(Lane lane) {
    return windows.computeIfAbsent(lane, opening).recent();
  }

  private static String said(CallOutcome<?> attempt) {
    if (attempt instanceof CallOutcome.Accepted<?> accepted) {
      return Integer.toString(accepted.status());
    }
    if (attempt instanceof CallOutcome.Rejected<?> rejected) {
      return Integer.toString(rejected.status());
    }
    return attempt.why();
  }

  @Override
  public void close() {
    transport.close();
  }
}
