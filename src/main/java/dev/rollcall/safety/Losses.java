package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.Set;

/**
 * How many rights are taken from people who stay, or replaced by what is not known to be as much. A
 * group's lost grant counts once a member.
 *
 * <p>What leavers lose is not counted here: {@link Removals} counts them, and a usual leaver with
 * many rights would otherwise trip a rule that is meant to notice a broken column.
 */
final class Losses implements SafetyRule {

  @Override
  public String name() {
    return "losses";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    Set<Email> leaving = evidence.departures().keySet();
    CountedOperations count =
        CountedOperations.of(
            evidence.operations(),
            planned ->
                PlanUnderReview.person(planned).filter(leaving::contains).isPresent()
                    ? 0
                    : lost(planned) * evidence.reach(planned));
    AllowedMaximum ceiling =
        proposed
            .allowances()
            .ceiling(
                this,
                proposed.limits().losses(),
                proposed.plan().people().entitlements(),
                "rights held");
    return Violation.above(
        ceiling,
        this,
        SafetyTexts.counted(count.total(), "right", "rights")
            + " of people who stay would be taken or lowered",
        count);
  }

  private static int lost(PlannedOperation planned) {
    return (int) planned.operation().changes().stream().filter(Change::isLoss).count();
  }
}
