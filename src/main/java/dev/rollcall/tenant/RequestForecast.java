package dev.rollcall.tenant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All requests that applying a plan sends, reading back included.
 *
 * @param legs one after the other; within one, lanes go side by side
 */
public record RequestForecast(List<Map<Lane, Integer>> legs) {

  /** Checks and copies; legs without requests are left out. */
  public RequestForecast {
    legs = legs.stream().filter(leg -> !leg.isEmpty()).map(Map::copyOf).toList();
  }

  /** How many requests there are in each lane. */
  Map<Lane, Integer> byLane() {
    Map<Lane, Integer> byLane = new TreeMap<>();
    legs.forEach(
        leg -> leg.forEach((lane, requests) -> byLane.merge(lane, requests, Integer::sum)));
    return byLane;
  }
}
