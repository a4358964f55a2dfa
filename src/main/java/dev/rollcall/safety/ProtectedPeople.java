package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.plan.PlannedOperation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Protected people, and the workspace's owner, from whom nothing is taken. Giving them something is
 * no harm and passes.
 */
final class ProtectedPeople implements SafetyRule {

  @Override
  public String name() {
    return "protected";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    Set<Email> guarded = new TreeSet<>(evidence.proposed().limits().protectedEmails());
    evidence.proposed().snapshot().owner().ifPresent(guarded::add);
    List<PlannedOperation> taking =
        evidence.operations().stream()
            .filter(
                planned -> PlanUnderReview.person(planned).filter(guarded::contains).isPresent())
            .filter(PlanUnderReview::takes)
            .toList();
    int people = (int) taking.stream().map(PlanUnderReview::person).distinct().count();
    CountedOperations count =
        new CountedOperations(people, PlanUnderReview.sequences(taking.stream()));
    return Violation.above(
        evidence.proposed().allowances().ceiling(this),
        this,
        "%s would lose something: %s"
            .formatted(
                SafetyTexts.counted(people, "protected person", "protected people"),
                evidence.named(count)),
        count);
  }
}
