package dev.rollcall.safety;

import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.PlannedOperation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Holds the invitations of people of whom nobody can tell whether they are invited already. Where
 * nothing is known of the time before, no number lets them pass: that is a question which the job
 * file must answer. Where it is known until some day, a number may.
 */
final class EarlierInvitations implements SafetyRule {

  private static final String REMEDY = "policy.earlier-invitations to none";

  @Override
  public String name() {
    return Allowances.EARLIER_INVITATIONS;
  }

  @Override
  public List<Violation> judge(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    Invitations invitations = proposed.invitations();
    if (invitations.complete()) {
      return List.of();
    }
    CountedOperations count =
        CountedOperations.of(
            evidence.operations(), planned -> isUnknown(planned, invitations) ? 1 : 0);
    return invitations
        .known()
        .map(known -> sinceThen(proposed, count, known))
        .orElseGet(() -> ever(count));
  }

  /** Whoever is known to be invited is so again on purpose. */
  private static boolean isUnknown(PlannedOperation planned, Invitations invitations) {
    return Joins.of(planned).filter(join -> invitations.to(join.email()).isEmpty()).isPresent();
  }

  private List<Violation> sinceThen(ProposedPlan proposed, CountedOperations count, Instant known) {
    return Violation.above(
        proposed.allowances().ceiling(this),
        this,
        ("%s would be invited, but the audit log cannot be read (let the API client, or, where"
                + " nobody else invites people, set %s), and nobody can tell whom others have"
                + " invited since %s")
            .formatted(people(count), REMEDY, known.truncatedTo(ChronoUnit.SECONDS)),
        count);
  }

  private List<Violation> ever(CountedOperations count) {
    if (count.total() == 0) {
      return List.of();
    }
    String message =
        "%s: %s would be invited, but nobody can tell who already is; 0 are allowed. Let the API"
            + " client read the audit log, or, if nobody was invited before, set %s";
    return List.of(
        new Violation(
            name(),
            message.formatted(name(), people(count), REMEDY),
            count.total(),
            0,
            count.sequences()));
  }

  private static String people(CountedOperations count) {
    return SafetyTexts.counted(count.total(), "person", "people");
  }
}
