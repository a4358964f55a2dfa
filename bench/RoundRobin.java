import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contenders that take turns, so that whatever else the machine does is shared by all. The rounds
 * at the beginning, which warm up, do not count.
 */
final class RoundRobin {

  /** One thing to do. */
  interface Work {
    Cost done() throws Exception;
  }

  private final Map<String, Work> contenders = new LinkedHashMap<>();
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  /** One more contender, whose name nobody else has. */
  RoundRobin add(String name, Work work) {
    contenders.put(name, work);
    costs.put(name, new ArrayList<>());
    return this;
  }

  /** Lets everybody have so many turns, and says on stderr how each went. */
  RoundRobin taken(int uncounted, int rounds) throws Exception {
    for (int round = 1 - uncounted; round <= rounds; round++) {
      for (Map.Entry<String, Work> each : contenders.entrySet()) {
        Cost cost = each.getValue().done();
        System.err.printf(
            "  %s %s: %.2f s, %.2f s of processor time%n",
            round < 1 ? "uncounted," : "round " + round + " of " + rounds + ",",
            each.getKey(),
            cost.seconds(),
            cost.processorSeconds());
        if (round >= 1) {
          costs.get(each.getKey()).add(cost);
        }
      }
    }
    return this;
  }

  Figures seconds(String name) {
    return Figures.of(costs.get(name), Cost::seconds);
  }

  Figures processorSeconds(String name) {
    return Figures.of(costs.get(name), Cost::processorSeconds);
  }

  Figures peakMegabytes(String name) {
    return Figures.of(costs.get(name), Cost::peakMegabytes);
  }
}
