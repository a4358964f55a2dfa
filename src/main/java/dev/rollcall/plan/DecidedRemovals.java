package dev.rollcall.plan;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A plan of what somebody has decided to take, whatever the records say. It only takes, and only
 * what is held: of a decision about anything else nothing comes. Pure, deterministic.
 */
public final class DecidedRemovals {

  private static final String NOTE = "decided in a review of access";

  /**
   * That somebody is to lose something.
   *
   * @param right what they lose; empty for the account, which goes as that of a leaver does
   * @param origin where it was decided, for people
   */
  public record Decision(Assignee holder, Optional<Entitlement> right, String origin) {

    private Cause cause() {
      return new Cause(origin, "", NOTE);
    }
  }

  private final ReconciliationTerms terms;
  private final PlanBuilder draft;
  private final Leavers leavers;

  private DecidedRemovals(PlanInput situation, Scope scope, Policy policy) {
    this.terms = new ReconciliationTerms(scope, going(policy), OperationSwitches.ALL_ON, situation);
    this.draft = new PlanBuilder(terms);
    this.leavers = new Leavers(terms, draft);
  }

  /** Where leavers are only reported, those whom somebody has decided about lose their access. */
  private static Policy going(Policy policy) {
    Policy.Leaving reported =
        policy.leavesPeopleAlone() ? Policy.Leaving.MEMBERSHIPS : Policy.Leaving.SUSPEND;
    return new Policy(
        policy.invite(),
        policy.left() == Policy.Leaving.REPORT ? reported : policy.left(),
        policy.removeAfter(),
        policy.absent(),
        policy.extra(),
        policy.reinviteAfter(),
        policy.reinviteLimit(),
        policy.direction(),
        Policy.Names.LEAVE_ALONE);
  }

  /** Makes the plan. */
  public static Plan plan(
      Collection<Decision> decisions, PlanInput situation, Scope scope, Policy policy) {
    DecidedRemovals removals = new DecidedRemovals(situation, scope, policy);
    Set<Email> going = new HashSet<>();
    decisions.stream()
        .filter(decision -> decision.right().isEmpty())
        .forEach(
            decision ->
                decision
                    .holder()
                    .person()
                    .filter(going::add)
                    .ifPresent(email -> removals.account(email, decision)));
    decisions.stream()
        .filter(decision -> decision.holder().person().filter(going::contains).isEmpty())
        .forEach(removals::right);
    return removals.made(situation);
  }

  /**
   * The decisions behind a plan that was made of decisions; of an operation that no decision leads
   * to there is none.
   */
  public static List<Decision> behind(Plan plan) {
    Set<Email> going =
        plan.operations().stream()
            .filter(planned -> planned.reason() == Reason.LEAVER)
            .flatMap(planned -> planned.operation().assignee().person().stream())
            .collect(toCollection(LinkedHashSet::new));
    List<Decision> decisions = new ArrayList<>();
    going.forEach(
        email -> decisions.add(new Decision(new Assignee.Person(email), Optional.empty(), "")));
    for (PlannedOperation planned : plan.operations()) {
      if (planned.reason() == Reason.REVIEW) {
        planned.operation().changes().stream()
            .filter(change -> change.after().isEmpty())
            .map(change -> new Decision(planned.operation().assignee(), change.before(), ""))
            .forEach(decisions::add);
      }
    }
    return decisions;
  }

  /** Whether rights of this holder may be taken by a decision at all. */
  public static boolean mayBeDecided(Assignee holder, Scope scope, Snapshot snapshot) {
    return holder
        .person()
        .map(email -> scope.plans(email) && snapshot.owner().filter(email::equals).isEmpty())
        .orElseGet(
            () ->
                holder.group().filter(scope::covers).isPresent()
                    && !snapshot.catalogue().isBuiltIn(holder.group().orElseThrow()));
  }

  private boolean mayBeDecided(Assignee holder) {
    return mayBeDecided(holder, terms.scope(), terms.snapshot());
  }

  private void account(Email email, Decision decision) {
    present(email)
        .filter(member -> mayBeDecided(decision.holder()))
        .ifPresent(member -> leavers.leaves(member, decision.cause()));
  }

  private Optional<Member> present(Email email) {
    return terms.actual().person(email).filter(member -> member.status() != Status.INVITED);
  }

  private void right(Decision decision) {
    Entitlement right = decision.right().orElseThrow();
    if (!isHeld(decision.holder(), right)
        || !mayBeDecided(decision.holder())
        || terms.catalogue().isBuiltIn(right.on())
        || terms.scope().isByIdentityProvider(right.on())) {
      return;
    }
    if (!terms.isKnown(right.on())) {
      draft.find(
          Finding.Kind.INCOMPLETE_KNOWLEDGE,
          decision.holder().label(),
          "keeps \"" + right + "\": it could not be read whole or is out of reach",
          decision.cause());
      return;
    }
    draft.add(
        Stage.REVOCATIONS,
        Operation.Set.take(decision.holder(), right),
        Reason.REVIEW,
        decision.cause());
  }

  private boolean isHeld(Assignee holder, Entitlement right) {
    Optional<Resource> group = holder.group();
    List<Entitlement> held =
        group.isPresent()
            ? terms.actual().group(group.get()).map(Group::rights).orElse(List.of())
            : holder.person().flatMap(this::present).map(Member::entitlements).orElse(List.of());
    return held.contains(right);
  }

  private Plan made(PlanInput situation) {
    return new Plan(
        terms.vocabulary(),
        situation.job(),
        situation.workspace(),
        situation.now(),
        draft.operations(),
        draft.findings(),
        draft.problems(),
        Headcount.of(terms));
  }
}
