package dev.rollcall.tenant;

import java.time.Duration;

/**
 * A quota: how many requests there may be within a time.
 *
 * @param requests at least one
 */
public record RequestQuota(int requests, Duration within) {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Checks that it lets requests through. */
  public RequestQuota {
    if (requests < 1 || within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("a quota is of at least 1 request in some time");
    }
  }

  /** So many a minute. */
  public static RequestQuota perMinute(int requests) {
    return new RequestQuota(requests, MINUTE);
  }

  /** So many a second. */
  public static RequestQuota perSecond(int requests) {
    return new RequestQuota(requests, SECOND);
  }

  /**
   * Never more than the quota in so long: a little more than its time, for clocks that do not
   * agree. They have a minute to come apart, or hardly any time at all.
   */
  public Duration window() {
    return within.plus(within.dividedBy(within.compareTo(MINUTE) < 0 ? 200 : 60));
  }

  /** What that comes to in a minute, at least 1. */
  public int perMinute() {
    return (int)
        Math.max(1, Math.min(Integer.MAX_VALUE, MINUTE.multipliedBy(requests).dividedBy(within)));
  }
}
