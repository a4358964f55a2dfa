package dev.rollcall.target;

import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan costs to apply.
 *
 * @param requests how many HTTP requests write
 * @param duration how long the quotas make it last; lanes go one after the other
 * @param perMinute the tightest quota among the lanes used
 */
public record Price(int requests, Duration duration, int perMinute) {

  /** The price of these operations. */
  public static Price of(Collection<PlannedOperation> operations, Batching batching) {
    Map<Lane, Integer> byLane = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      List<PlannedOperation> staged =
          operations.stream().filter(planned -> planned.stage() == stage).toList();
      batching
          .requests(stage, staged)
          .forEach(request -> byLane.merge(request.lane(), 1, Integer::sum));
    }
    int requests = byLane.values().stream().mapToInt(Integer::intValue).sum();
    long seconds =
        byLane.entrySet().stream()
            .mapToLong(
                lane -> Math.round(60.0 * lane.getValue() / batching.perMinute(lane.getKey())))
            .sum();
    int tightest = byLane.keySet().stream().mapToInt(batching::perMinute).min().orElse(0);
    return new Price(requests, Duration.ofSeconds(seconds), tightest);
  }

  /** The price of a whole plan. */
  public static Price of(Plan plan, Batching batching) {
    return of(plan.operations(), batching);
  }
}
