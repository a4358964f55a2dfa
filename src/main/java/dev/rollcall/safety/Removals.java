package dev.rollcall.safety;

import dev.rollcall.plan.PlannedOperation;
import java.util.Collection;
import java.util.List;

/**
 * How many people lose their account or end without any access, pending ones included. Holds
 * whatever takes it from them.
 */
final class Removals implements SafetyRule {

  @Override
  public String name() {
    return "removals";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    AllowedMaximum ceiling =
        proposed
            .allowances()
            .ceiling(
                this, proposed.limits().removals(), proposed.plan().people().inScope(), "members");
    int people = evidence.departures().size();
    List<PlannedOperation> taking =
        evidence.departures().values().stream().flatMap(Collection::stream).toList();
    return Violation.above(
        ceiling,
        this,
        SafetyTexts.counted(people, "person", "people") + " would lose their account or all access",
        new CountedOperations(people, PlanUnderReview.sequences(taking.stream())));
  }
}
