package dev.rollcall.tenant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The pace of one lane: when its requests can leave, by its quota; times are counted from now. */
public final class LanePace {

  /** Never more than the quota in so long; a second more than the minute it is of. */
  public static final Duration LENGTH = Duration.ofSeconds(61);

  private final int quota;
  private final Deque<Duration> places = new ArrayDeque<>();

  /**
   * The pace of a lane.
   *
   * @param recent how long ago requests were made that count still, longest first
   */
  public LanePace(int quota, List<Duration> recent) {
    this.quota = quota;
    recent.forEach(age -> add(age.negated()));
  }

  /** When the last of so many requests leaves, of which the first is ready to at a time. */
  public Duration after(int requests, Duration ready) {
    Duration time = ready;
    for (int i = 0; i < requests; i++) {
      time = later(time);
      add(time);
    }
    return time;
  }

  private Duration later(Duration time) {
    if (places.size() < quota) {
      return time;
    }
    Duration free = places.element().plus(LENGTH);
    return free.compareTo(time) > 0 ? free : time;
  }

  private void add(Duration time) {
    places.add(time);
    if (places.size() > quota) {
      places.remove();
    }
  }
}
