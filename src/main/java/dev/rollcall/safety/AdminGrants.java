package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.List;

/**
 * How many times an administrator's role is given to somebody who does not hold it there: by role,
 * invitation, rehire, or a group that passes it on. Exchanging one administrator's role for a lower
 * one is no grant. A role given to a group counts once a member, and at least once. An
 * administrator's role that is made another, or deleted, counts once for everybody who holds it.
 */
final class AdminGrants implements SafetyRule {

  @Override
  public String name() {
    return "admin-grants";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    RoleNames admin = RoleNames.named(proposed.limits().adminRoles());
    CountedOperations count =
        CountedOperations.of(evidence.operations(), planned -> granted(evidence, planned, admin));
    AllowedMaximum ceiling =
        proposed
            .allowances()
            .ceiling(
                this,
                proposed.limits().adminGrants(),
                proposed.plan().people().inScope(),
                "members");
    return Violation.above(
        ceiling,
        this,
        "%s would be given, to %s"
            .formatted(
                SafetyTexts.counted(count.total(), "administrator's role", "administrators' roles"),
                evidence.named(count)),
        count);
  }

  private static int granted(PlanUnderReview evidence, PlannedOperation planned, RoleNames admin) {
    long grants =
        evidence
            .changesWithInherited(planned)
            .filter(change -> admin.areGivenBy(change))
            .filter(change -> !(admin.areTakenBy(change) && change.isLoss()))
            .count();
    return (int) grants * Math.max(1, evidence.reach(planned))
        + new RedefinedRoles(evidence, admin).concerned(planned);
  }
}
