package dev.rollcall.tenant.http;

import dev.rollcall.tenant.RequestQuota;
import java.time.Duration;

/**
 * The pace towards a server whose limits nobody publishes: never faster than it was begun with,
 * half as fast after each answer that there were too many requests, and by and by faster again
 * while none comes.
 */
final class YieldingPace implements Pace {

  /** Slower than one in so long would be no pace; that long, an answer is waited for anyway. */
  private static final Duration LONGEST_BETWEEN = Duration.ofSeconds(10);

  /** For so long all must have been well before it is tried a little faster. */
  private static final Duration CALM = Duration.ofSeconds(10);

  private static final int STEPS = 10;

  private final RequestQuota fastest;
  private RequestQuota now;
  private int wellAnswered;

  YieldingPace(RequestQuota fastest) {
    this.fastest = fastest;
    this.now = fastest;
  }

  @Override
  public RequestQuota now() {
    return now;
  }

  @Override
  public void answered(boolean tooMany) {
    wellAnswered = tooMany ? 0 : wellAnswered + 1;
    if (tooMany) {
      now = slower();
    } else if (wellAnswered >= calm()) {
      wellAnswered = 0;
      now = faster();
    }
  }

  private RequestQuota slower() {
    if (now.requests() > 1) {
      return new RequestQuota(now.requests() / 2, now.within());
    }
    Duration twice = now.within().multipliedBy(2);
    return twice.compareTo(LONGEST_BETWEEN) > 0 ? now : new RequestQuota(1, twice);
  }

  private RequestQuota faster() {
    if (now.within().compareTo(fastest.within()) > 0) {
      return new RequestQuota(1, now.within().dividedBy(2));
    }
    int step = Math.max(1, fastest.requests() / STEPS);
    return new RequestQuota(Math.min(fastest.requests(), now.requests() + step), fastest.within());
  }

  /** As many requests as there are in that time, and at least those of one window. */
  private long calm() {
    long windows = Math.max(1, CALM.dividedBy(now.within()));
    return now.requests() * windows;
  }
}
