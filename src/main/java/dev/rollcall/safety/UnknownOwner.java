package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import dev.rollcall.plan.PlannedOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where the owner cannot be read and nobody is protected, any member could be the owner: then no
 * member loses their account or all access.
 */
final class UnknownOwner implements SafetyRule {

  @Override
  public String name() {
    return "unknown-owner";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    if (!proposed.snapshot().vocabulary().owned()
        || proposed.snapshot().owner().isPresent()
        || !proposed.limits().protectedEmails().isEmpty()) {
      return List.of();
    }
    List<List<PlannedOperation>> members =
        evidence.departures().entrySet().stream()
            .filter(departure -> !isPending(proposed, departure.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    int people = members.size();
    return Violation.above(
        proposed.allowances().ceiling(this),
        this,
        "the %s's owner is not known and safety.protected names nobody, and %s, the owner"
                .formatted(
                    proposed.plan().tenant(),
                    SafetyTexts.counted(people, "person", "people")
                        + " would lose their account or all access")
            + " perhaps among them",
        new CountedOperations(
            people, PlanUnderReview.sequences(members.stream().flatMap(Collection::stream))));
  }

  /** Whoever has not accepted yet does not own anything. */
  private static boolean isPending(ProposedPlan proposed, Email email) {
    return proposed
        .snapshot()
        .actual()
        .person(email)
        .map(Member::status)
        .map(Status.INVITED::equals)
        .orElseGet(() -> proposed.invitations().to(email).isPresent());
  }
}
