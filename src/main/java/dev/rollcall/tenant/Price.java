package dev.rollcall.tenant;

import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan costs to apply.
 *
 * @param requests how many HTTP requests that takes: those that write, and those that read what a
 *     trial or the whole run has done
 * @param duration how long the quotas make it last
 * @param perMinute the tightest quota among the lanes used
 * @param readBefore how many requests it took to read the workspace for the plan; whoever applies
 *     it reads that anew, beside the requests above
 * @param lanes how many of those requests each lane has
 */
public record Price(
    int requests,
    Duration duration,
    int perMinute,
    int readBefore,
    SortedMap<Lane, Integer> lanes) {

  /** Copies. */
  public Price {
    // Runs of older versions did not keep them.
    lanes =
        lanes == null
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(lanes));
  }

  /** One of which the lanes do not matter. */
  public Price(int requests, Duration duration, int perMinute, int readBefore) {
    this(requests, duration, perMinute, readBefore, Collections.emptySortedMap());
  }

  /** The price of these operations. */
  public static Price of(Collection<PlannedOperation> operations, Batching batching) {
    RequestForecast course = batching.course(operations);
    Map<Lane, Integer> byLane = course.byLane();
    int requests = byLane.values().stream().mapToInt(Integer::intValue).sum();
    int tightest =
        byLane.keySet().stream()
            .map(batching::quota)
            .mapToInt(RequestQuota::perMinute)
            .min()
            .orElse(0);
    return new Price(
        requests,
        lasting(course, batching),
        tightest,
        batching.readBefore(),
        new TreeMap<>(byLane));
  }

  /** The price of a whole plan. */
  public static Price of(Plan plan, Batching batching) {
    return of(plan.operations(), batching);
  }

  private static Duration lasting(RequestForecast course, Batching batching) {
    Map<Lane, LanePace> paces = new HashMap<>();
    Duration end = Duration.ZERO;
    for (Map<Lane, Integer> leg : course.legs()) {
      Duration ready = end;
      for (Map.Entry<Lane, Integer> lane : leg.entrySet()) {
        Duration last =
            paces
                .computeIfAbsent(
                    lane.getKey(),
                    each -> new LanePace(batching.quota(each), batching.recent(each)))
                .after(lane.getValue(), ready);
        end = last.compareTo(end) > 0 ? last : end;
      }
    }
    return Duration.ofSeconds(Math.round(end.toMillis() / 1000.0));
  }
}
