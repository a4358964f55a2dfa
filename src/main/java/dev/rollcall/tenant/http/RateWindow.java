package dev.rollcall.tenant.http;

import dev.rollcall.tenant.LanePace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A sliding window: never more than the quota of requests in any 61 seconds, and never slower than
 * that allows. Thread-safe.
 *
 * <p>The second above the minute pays for requests that take different times to arrive.
 */
public final class RateWindow {

  private static final Duration LENGTH = LanePace.LENGTH;

  private final int quota;
  private final Waiting waiting;
  private final Queue<Instant> places = new PriorityQueue<>();

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

  /** Takes a place, waiting for it where need be; false where a stop came first. */
  public boolean acquire() {
    Instant place = reserve();
    boolean mine = waiting.until(place);
    settle(place, mine);
    return mine;
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
    if (places.size() > quota) {
      places.remove();
    }
  }

  /** What counts is when a request really goes; a place not taken leaves the one before it. */
  private synchronized void settle(Instant place, boolean taken) {
    places.remove(place);
    places.add(taken ? waiting.clock().instant() : place.minus(LENGTH));
  }
}
