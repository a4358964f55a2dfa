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
  public List<Violation> judge(Evidence evidence) {
    Proposed proposed = evidence.proposed();
    Count count = Count.of(evidence.operations(), planned -> Joins.of(planned).isPresent() ? 1 : 0);
    Ceiling ceiling =
        proposed
            .allowances()
            .ceiling(
                this, proposed.limits().invites(), proposed.plan().people().inScope(), "members");
    return Violation.above(
        ceiling,
        this,
        Words.counted(count.total(), "person", "people") + " would be invited",
        count);
  }
}
