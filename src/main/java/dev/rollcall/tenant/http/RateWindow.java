package dev.rollcall.tenant.http;

import dev.rollcall.tenant.RequestQuota;
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
 * A sliding window: never more requests than its pace allows in any window of that length, and
 * never slower than that; one request at a time. Thread-safe.
 *
 * <p>Nobody knows when a request arrives, but that it has by the time it is answered: from then on
 * it counts.
 */
public final class RateWindow {

  private final Pace pace;
  private final Waiting waiting;
  private final Queue<Instant> gone = new PriorityQueue<>();
  private final Lock inFlight = new ReentrantLock(true);

  /** An empty window of a quota that the vendor publishes. */
  public RateWindow(RequestQuota rate, Waiting waiting) {
    this(Pace.steady(rate), waiting);
  }

  private RateWindow(Pace pace, Waiting waiting) {
    this.pace = pace;
    this.waiting = waiting;
  }

  /**
   * An empty window of a server whose limits nobody publishes: never faster than this, and slower
   * where it says that there are too many requests.
   */
  public static RateWindow yielding(RequestQuota fastest, Waiting waiting) {
    return new RateWindow(new YieldingPace(fastest), waiting);
  }

  /** How many requests it lets through as of now. */
  public synchronized RequestQuota quota() {
    return pace.now();
  }

  /** An answer came, be it that there were too many requests. */
  synchronized void answered(boolean tooMany) {
    pace.answered(tooMany);
    trim();
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
        .filter(age -> !age.isNegative() && age.compareTo(pace.now().window()) < 0)
        .toList();
  }

  /** Makes a request when there is a place for it; empty where a stop came first. */
  public <T> Optional<T> pass(Supplier<T> request) {
    while (waiting.until(free(waiting.clock().instant()))) {
      inFlight.lock();
      try {
        if (isFree()) {
          return Optional.of(made(request));
        }
      } finally {
        inFlight.unlock();
      }
    }
    return Optional.empty();
  }

  /** When there is a place, unless somebody else takes it. */
  private synchronized Instant free(Instant now) {
    RequestQuota rate = pace.now();
    return gone.size() < rate.requests() ? now : gone.element().plus(rate.window());
  }

  /** Somebody else may have taken the place meanwhile. */
  private boolean isFree() {
    Instant now = waiting.clock().instant();
    return !free(now).isAfter(now);
  }

  private <T> T made(Supplier<T> request) {
    try {
      return request.get();
    } finally {
      add(waiting.clock().instant());
    }
  }

  private synchronized void add(Instant time) {
    gone.add(time);
    trim();
  }

  private void trim() {
    while (gone.size() > pace.now().requests()) {
      gone.remove();
    }
  }
}
