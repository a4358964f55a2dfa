package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.List;

/**
 * How many times an administrator's role is given to somebody who does not hold it there: by role,
 * invitation, rehire, or a group that passes it on. Exchanging one administrator's role for a lower
 * one is no grant. A role given to a group counts once a member, and at least once.
 */
final class AdminGrants implements SafetyRule {

  @Override
  public String name() {
    return "admin-grants";
  }

  @Override
  public List<Violation> judge(Evidence evidence) {
    Proposed proposed = evidence.proposed();
    Roles admin = Roles.named(proposed.limits().adminRoles());
    Count count = Count.of(evidence.operations(), planned -> granted(evidence, planned, admin));
    Ceiling ceiling =
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
                Words.counted(count.total(), "administrator's role", "administrators' roles"),
                evidence.named(count)),
        count);
  }

  private static int granted(Evidence evidence, PlannedOperation planned, Roles admin) {
    long grants =
        evidence
            .changesWithInherited(planned)
            .filter(change -> admin.areGivenBy(change))
            .filter(change -> !(admin.areTakenBy(change) && change.isLoss()))
            .count();
    return (int) grants * Math.max(1, evidence.reach(planned));
  }
}
