package dev.rollcall.batch;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.planning.JudgedPlan;
import dev.rollcall.report.ReportTexts;
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
    List<PlannedOperation> still = still(fresh.plan(), shown);
    int more = fresh.plan().operations().size() - still.size();
    return more == 0 ? fresh : narrowing.apply(still).remarking(List.of(remark(more)));
  }

  /** What both plans say, numbered from 1. */
  static List<PlannedOperation> still(Plan fresh, Plan shown) {
    Set<String> agreed = shown.operations().stream().map(AgreedPlan::key).collect(toSet());
    List<PlannedOperation> still = new ArrayList<>();
    for (PlannedOperation planned : fresh.operations()) {
      if (agreed.contains(key(planned))) {
        still.add(planned.at(still.size() + 1));
      }
    }
    return still;
  }

  private static String key(PlannedOperation planned) {
    return PlanDigest.key(planned.operation());
  }

  private static String remark(int more) {
    return "asked for since the plan was shown, and so not done: "
        + ReportTexts.counted(more, "operation", "operations")
        + "; onboard again to see it";
  }
}
