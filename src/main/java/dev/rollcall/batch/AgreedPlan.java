package dev.rollcall.batch;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.job.JudgedPlan;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is left of a plan that was made now, where somebody was shown one a moment ago and has
 * agreed to that. Whatever came up in between nobody has agreed to.
 */
final class AgreedPlan {

  private AgreedPlan() {}

  /**
   * The part of it that was shown.
   *
   * @param narrowing judges fewer operations as if they were the plan
   */
  static JudgedPlan of(
      JudgedPlan fresh, Plan shown, Function<List<PlannedOperation>, JudgedPlan> narrowing) {
    Set<String> agreed =
        shown.operations().stream()
            .map(planned -> PlanDigest.key(planned.operation()))
            .collect(toSet());
    List<PlannedOperation> still = new ArrayList<>();
    for (PlannedOperation planned : fresh.plan().operations()) {
      if (agreed.contains(PlanDigest.key(planned.operation()))) {
        still.add(planned.at(still.size() + 1));
      }
    }
    int more = fresh.plan().operations().size() - still.size();
    return more == 0
        ? fresh
        : narrowing
            .apply(still)
            .remarking(
                List.of(
                    "asked for since the plan was shown, and so not done: "
                        + more
                        + (more == 1 ? " operation" : " operations")
                        + "; onboard again to see it"));
  }
}
