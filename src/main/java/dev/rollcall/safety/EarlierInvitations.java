package dev.rollcall.safety;

import dev.rollcall.plan.Joins;
import java.util.List;

/**
 * Holds all invitations where nobody can tell who is already invited. No number lets this pass: it
 * is a question of knowledge, which the job file must answer.
 */
final class EarlierInvitations implements SafetyRule {

  @Override
  public String name() {
    return "earlier-invitations";
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    CountedOperations count =
        CountedOperations.of(
            evidence.operations(), planned -> Joins.of(planned).isPresent() ? 1 : 0);
    if (evidence.proposed().invitations().complete() || count.total() == 0) {
      return List.of();
    }
    String message =
        "%s: %s would be invited, but nobody can tell who already is; 0 are allowed. Let the API"
            + " client read the audit log, or, if nobody was invited before, set"
            + " policy.earlier-invitations to none";
    return List.of(
        new Violation(
            name(),
            message.formatted(name(), SafetyTexts.counted(count.total(), "person", "people")),
            count.total(),
            0,
            count.sequences()));
  }
}
