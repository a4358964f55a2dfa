package dev.rollcall.safety;

import dev.rollcall.plan.Finding;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.List;

/**
 * Each change of who is in a group that a certification uses must be allowed by number: whoever is
 * added after it was started gets no letter. So must each such group that nobody knows to be right
 * afterwards.
 */
final class CertifiedGroups implements SafetyRule {

  @Override
  public String name() {
    return "certification-groups";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    CountedOperations changes =
        CountedOperations.of(evidence.operations(), planned -> changes(proposed.limits(), planned));
    int left = proposed.limits().certifiedGroups().isEmpty() ? 0 : left(proposed.plan());
    List<String> what = new ArrayList<>();
    if (changes.total() > 0) {
      what.add(
          "%s planned of groups that a certification uses, for %s"
              .formatted(
                  SafetyTexts.counted(changes.total(), "change is", "changes are"),
                  evidence.named(changes)));
    }
    if (left > 0) {
      what.add(
          SafetyTexts.counted(left, "such group is", "such groups are") + " not made right by it");
    }
    return Violation.above(
        proposed.allowances().ceiling(this),
        this,
        String.join(", and ", what),
        new CountedOperations(changes.total() + left, changes.sequences()));
  }

  /** Of these nobody knows that they are right once all that is planned is done. */
  private static int left(Plan plan) {
    return (int)
        plan.findings().stream()
            .filter(finding -> finding.kind() == Finding.Kind.CERTIFICATION_GROUP_LEFT)
            .count();
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
