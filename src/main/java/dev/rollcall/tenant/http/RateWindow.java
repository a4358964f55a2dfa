package dev.rollcall.tenant.http;

import dev.rollcall.tenant.LanePace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A sliding window: never more than the quota of requests in any 61 seconds, and never slower than
 * that allows; one request at a time. Thread-safe.
 *
 * <p>The second above the minute pays for requests that take different times to arrive.
 */
public final class RateWindow {

  private static final Duration LENGTH = LanePace.LENGTH;

  private final int quota;
  private final Waiting waiting;
  private final Queue<Instant> gone = new PriorityQueue<>();
  private final Lock inFlight = new ReentrantLock(true);

  /** An empty window. */
  public RateWindow(int quota, Waiting waiting) {
    if (quota < 1) {
      throw new IllegalArgumentException("a quota is at least 1");
    }
    this.quota = quota;
    this.waiting = waiting;
  }

  /** Counts requests that were made before, by this process or by a former one. */
  public synchronized RateWindow seed(List<Instant> past) {
    Instant now = waiting.clock().instant();
    past.stream().filter(time -> !time.isAfter(now)).forEach(this::add);
    return this;
  }

  /** How long ago requests were made that count still, longest first. */
  public synchronized List<Duration> recent() {
    Instant now = waiting.clock().instant();
    return gone.stream()
        .sorted()
        .map(time -> Duration.between(time, now))
        .filter(age -> !age.isNegative() && age.compareTo(LENGTH) < 0)
        .toList();
  }

  /** Makes a request when there is a place for it; empty where a stop came first. */
  public <T> Optional<T> pass(Supplier<T> request) {
    while (waiting.until(free(waiting.clock().instant()))) {
      inFlight.lock();
      try {
        if (take()) {
          return Optional.of(request.get());
        }
      } finally {
        inFlight.unlock();
      }
    }
    return Optional.empty();
  }

  /** When there is a place, unless somebody else takes it. */
  private synchronized Instant free(Instant now) {
    return gone.size() < quota ? now : gone.element().plus(LENGTH);
  }

  /** What counts is when a request really goes. */
  private synchronized boolean take() {
    Instant now = waiting.clock().instant();
    if (free(now).isAfter(now)) {
      return false;
    }
    add(now);
    return true;
  }

  private void add(Instant time) {
    gone.add(time);
    if (gone.size() > quota) {
      gone.remove();
    }
  }
}
