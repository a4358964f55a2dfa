package dev.rollcall.tenant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The pace of one lane: when its requests can leave, by its quota; times are counted from now. */
public final class LanePace {

  private final RequestQuota rate;
  private final Deque<Duration> places = new ArrayDeque<>();

  /**
   * The pace of a lane.
   *
   * @param recent how long ago requests were made that count still, longest first
   */
  public LanePace(RequestQuota rate, List<Duration> recent) {
    this.rate = rate;
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
    if (places.size() < rate.requests()) {
      return time;
    }
    Duration free = places.element().plus(rate.window());
    return free.compareTo(time) > 0 ? free : time;
  }

  private void add(Duration time) {
    places.add(time);
    if (places.size() > rate.requests()) {
      places.remove();
    }
  }
}
