package dev.rollcall.safety;

import dev.rollcall.plan.Joins;
import java.util.List;

/** How many people are invited, whether or not there is a seat for them. */
final class Invites implements SafetyRule {

  @Override
  public String name() {
    return "invites";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    CountedOperations count =
        CountedOperations.of(
            evidence.operations(), planned -> Joins.of(planned).isPresent() ? 1 : 0);
    AllowedMaximum ceiling =
        proposed
            .allowances()
            .ceiling(
                this, proposed.limits().invites(), proposed.plan().people().inScope(), "members");
    return Violation.above(
        ceiling,
        this,
        SafetyTexts.counted(count.total(), "person", "people")
            + (proposed.snapshot().vocabulary().invites()
                ? " would be invited"
                : " would get an account"),
        count);
  }
}
