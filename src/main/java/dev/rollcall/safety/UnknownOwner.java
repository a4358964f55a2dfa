package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.PlannedOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the owner cannot be read, and nobody who is protected can be the owner, any member could:
 * then no member loses their account or all access.
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
        || evidence.departures().isEmpty()
        || isOwnerProtected(evidence)) {
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
        "the %s's owner is not known and nobody under safety.protected can be the owner, and %s,"
                .formatted(
                    proposed.plan().tenant(),
                    SafetyTexts.counted(people, "person", "people")
                        + " would lose their account or all access")
            + " the owner perhaps among them",
        new CountedOperations(
            people, PlanUnderReview.sequences(members.stream().flatMap(Collection::stream))));
  }

  /** A mistyped address, or somebody whom nobody would take for the owner, stands for no owner. */
  private static boolean isOwnerProtected(PlanUnderReview evidence) {
    ProposedPlan proposed = evidence.proposed();
    RoleNames admin = RoleNames.named(proposed.limits().adminRoles());
    Collection<Member> everybody = proposed.snapshot().actual().people();
    boolean hasAdministrators = everybody.stream().anyMatch(each -> administers(each, admin));
    return proposed.limits().protectedEmails().stream()
        .anyMatch(
            email ->
                proposed
                    .snapshot()
                    .actual()
                    .person(email)
                    .map(
                        member ->
                            member.status() == Status.ACTIVE
                                && (!hasAdministrators || administers(member, admin)))
                    .orElseGet(() -> isUnlisted(evidence, email)));
  }

  private static boolean administers(Member member, RoleNames admin) {
    return member.entitlements().stream().anyMatch(admin::administer);
  }

  /**
   * Whether it is somebody of the rosters whom the tenant does not list, as many a tenant does not
   * list its owner; whoever is invited, or comes only now, is none.
   */
  private static boolean isUnlisted(PlanUnderReview evidence, Email email) {
    ProposedPlan proposed = evidence.proposed();
    return proposed
            .desired()
            .roster()
            .person(email)
            .filter(person -> person.status() == Status.ACTIVE)
            .isPresent()
        && proposed.invitations().to(email).isEmpty()
        && proposed.plan().operations().stream()
            .noneMatch(
                planned ->
                    Joins.of(planned).isPresent()
                        && Optional.of(email).equals(PlanUnderReview.person(planned)));
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
