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
  private final Queue<Instant> places = new PriorityQueue<>();
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
    return places.stream()
        .sorted()
        .map(place -> Duration.between(place, now))
        .filter(age -> !age.isNegative() && age.compareTo(LENGTH) < 0)
        .toList();
  }

  /** Makes a request when there is a place for it; empty where a stop came first. */
  public <T> Optional<T> pass(Supplier<T> request) {
    Instant place = reserve();
    while (waiting.until(place)) {
      inFlight.lock();
      try {
        Instant free = settle(place);
        if (free.equals(place)) {
          return Optional.of(request.get());
        }
        place = free;
      } finally {
        inFlight.unlock();
      }
    }
    giveBack(place);
    return Optional.empty();
  }

  private synchronized Instant reserve() {
    Instant now = waiting.clock().instant();
    Instant place = now;
    if (places.size() >= quota && places.element().plus(LENGTH).isAfter(now)) {
      place = places.element().plus(LENGTH);
    }
    add(place);
    return place;
  }

  private void add(Instant place) {
    places.add(place);
    while (places.size() > quota) {
      places.remove();
    }
  }

  /**
   * What counts is when a request really goes: now, and then the place stays the same; or later,
   * where others that had to wait as well went later than they meant to.
   */
  private synchronized Instant settle(Instant place) {
    Instant now = waiting.clock().instant();
    places.remove(place);
    List<Instant> counting =
        places.stream().filter(each -> each.plus(LENGTH).isAfter(now)).sorted().toList();
    long gone = counting.stream().filter(each -> !each.isAfter(now)).count();
    if (gone < quota) {
      places.add(now);
      return place;
    }
    Instant free = counting.get((int) gone - quota).plus(LENGTH);
    places.add(free);
    return free;
  }

  /** A place not taken leaves the one before it. */
  private synchronized void giveBack(Instant place) {
    places.remove(place);
    places.add(place.minus(LENGTH));
  }
}
