package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records that are much smaller than those accepted last, by source and over all: somebody may have
 * exported half of them. Holds everything caused by absence, that is, whatever is taken from people
 * in no roster. A source that is gone counts as empty.
 */
final class Shrink implements SafetyRule {

  static final String NAME = "shrink";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Violation> judge(Evidence evidence) {
    Proposed proposed = evidence.proposed();
    SortedMap<String, Integer> before = new TreeMap<>(proposed.baselines().acceptedSizes());
    SortedMap<String, Integer> now =
        new TreeMap<>(Baselines.of(proposed.desired()).acceptedSizes());
    double share =
        proposed
            .allowances()
            .of(name())
            .map(percent -> Math.min(percent, 100) / 100.0)
            .orElse(proposed.limits().shrink());
    before
        .entrySet()
        .removeIf(
            accepted ->
                accepted.getValue() - now.getOrDefault(accepted.getKey(), 0)
                    <= Cap.share(share).allowed(accepted.getValue()));
    // One number must let all sources pass.
    int percent =
        before.entrySet().stream()
            .mapToInt(
                accepted ->
                    missingPercent(accepted.getValue(), now.getOrDefault(accepted.getKey(), 0)))
            .max()
            .orElse(0);
    List<Integer> absent = absent(evidence);
    return before.entrySet().stream()
        .map(
            accepted -> {
              int left = now.getOrDefault(accepted.getKey(), 0);
              return new Violation(
                  name(),
                  "%s: %s %s people, %s were accepted last: %d%% fewer; %s is allowed. %s"
                      .formatted(
                          name(),
                          accepted.getKey().equals(Baselines.ALL)
                              ? "all sources together have"
                              : "source " + accepted.getKey() + " has",
                          Words.number(left),
                          Words.number(accepted.getValue()),
                          missingPercent(accepted.getValue(), left),
                          Words.percent(share),
                          Words.again(name(), percent)),
                  accepted.getValue() - left,
                  Cap.share(share).allowed(accepted.getValue()),
                  absent);
            })
        .toList();
  }

  private static List<Integer> absent(Evidence evidence) {
    return Evidence.sequences(
        evidence.operations().stream()
            .filter(planned -> isAbsent(evidence, planned))
            .filter(Evidence::takes));
  }

  private static boolean isAbsent(Evidence evidence, PlannedOperation planned) {
    return Evidence.person(planned)
        .filter(email -> evidence.proposed().desired().roster().person(email).isEmpty())
        .isPresent();
  }

  /** Rounded up, so that allowing it is enough. */
  private static int missingPercent(int accepted, int now) {
    return (int) ((100L * (accepted - now) + accepted - 1) / accepted);
  }
}
