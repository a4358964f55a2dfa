package dev.rollcall.safety;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import java.util.List;

/**
 * Each change of who is in a group that a certification uses must be allowed by number: whoever is
 * added after it was started gets no letter.
 */
final class CertifiedGroups implements SafetyRule {

  @Override
  public String name() {
    return "certification-groups";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    CountedOperations count =
        CountedOperations.of(evidence.operations(), planned -> changes(proposed.limits(), planned));
    return Violation.above(
        proposed.allowances().ceiling(this),
        this,
        "%s planned of groups that a certification uses, for %s"
            .formatted(
                SafetyTexts.counted(count.total(), "change is", "changes are"),
                evidence.named(count)),
        count);
  }

  private static int changes(Limits limits, PlannedOperation planned) {
    Operation operation = planned.operation();
    return (int)
        operation.changes().stream()
            .flatMap(change -> change.on().stream())
            .filter(limits.certifiedGroups()::contains)
            .count();
  }
}
