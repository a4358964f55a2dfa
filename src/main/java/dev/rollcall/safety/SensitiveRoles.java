package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.List;

/**
 * Each grant and each loss of a sensitive role, what groups pass on included, must be allowed by
 * number. A group's own counts once a member, and at least once; so does such a role that is made
 * another, or deleted, for everybody who holds it.
 */
final class SensitiveRoles implements SafetyRule {

  @Override
  public String name() {
    return "sensitive-roles";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    RoleNames sensitive = RoleNames.named(proposed.limits().sensitiveRoles());
    CountedOperations count =
        CountedOperations.of(
            evidence.operations(), planned -> touched(evidence, planned, sensitive));
    return Violation.above(
        proposed.allowances().ceiling(this),
        this,
        "%s of sensitive roles planned, for %s"
            .formatted(
                SafetyTexts.counted(
                    count.total(),
                    "grant, loss or redefinition is",
                    "grants, losses and redefinitions are"),
                evidence.named(count)),
        count);
  }

  private static int touched(
      PlanUnderReview evidence, PlannedOperation planned, RoleNames sensitive) {
    long changes =
        evidence
            .changesWithInherited(planned)
            .mapToInt(
                change ->
                    (sensitive.areGivenBy(change) ? 1 : 0) + (sensitive.areTakenBy(change) ? 1 : 0))
            .sum();
    return (int) changes * Math.max(1, evidence.reach(planned))
        + new RedefinedRoles(evidence, sensitive).concerned(planned);
  }
}
