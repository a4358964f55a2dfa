package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Policy.Leaving;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * People who have left, and accounts that are in no roster: takes their access as the policy says.
 * The scope's limits on groups and projects do not bind here.
 */
final class Leavers {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;

  Leavers(ReconciliationTerms comparison, PlanBuilder draft) {
    this.comparison = comparison;
    this.draft = draft;
  }

  /** Somebody who has left. */
  void leaves(Member actual) {
    leaves(actual, Cause.row(comparison.desired(), actual.email()));
  }

  /** Somebody who counts as having left, for this cause. */
  void leaves(Member actual, Cause cause) {
    Leaving policy = hasWaited(actual) ? Leaving.REMOVE : comparison.policy().left();
    if (policy == Leaving.REPORT && actual.status() == Status.ACTIVE) {
      String why = cause.note().isEmpty() ? "has left" : "was " + cause.note();
      String detail = why + " and still has access; the policy is to report it";
      draft.find(Finding.Kind.LEAVER_REPORTED, actual.email().address(), detail, cause);
    }
    takeAccess(actual, policy, cause);
  }

  /** Somebody who is in no roster. */
  void isAbsent(Member actual) {
    boolean unsure =
        comparison.desired().anybodyMayBeMissing() || comparison.situation().history().firstRun();
    Leaving policy = unsure ? Leaving.REPORT : comparison.policy().absent();
    draft.find(Finding.Kind.ORPHAN_ACCOUNT, actual.email().address(), absence(actual), Cause.NONE);
    boolean pendingOnly = actual.status() == Status.INVITED && policy == Leaving.REPORT;
    if (!pendingOnly) {
      takeAccess(actual, policy, Cause.NONE);
    }
  }

  private String absence(Member actual) {
    String where =
        switch (actual.status()) {
          case INVITED -> "is invited";
          case SUSPENDED -> "is in the " + tenant() + ", without access,";
          default -> "is in the " + tenant();
        };
    String unsure =
        comparison.desired().anybodyMayBeMissing()
            ? "; a rejected row without a readable address may be theirs, so nothing is done"
            : comparison.situation().history().firstRun()
                ? "; nothing is done about it in the first run"
                : "";
    return where + " and in no roster" + unsure;
  }

  private void takeAccess(Member actual, Leaving policy, Cause cause) {
    if (actual.status() == Status.INVITED) {
      withdraw(actual, policy, cause);
    } else if (policy == Leaving.REMOVE) {
      Operation remove = new Operation.Remove(actual.email(), actual.entitlements());
      draft.add(Stage.REMOVALS, remove, Reason.LEAVER, cause);
    } else if (policy == Leaving.SUSPEND) {
      suspend(actual, cause);
      takeMemberships(actual, cause);
    } else if (policy == Leaving.MEMBERSHIPS) {
      takeMemberships(actual, cause);
    }
  }

  private boolean hasWaited(Member actual) {
    if (actual.status() != Status.SUSPENDED || comparison.policy().left() != Leaving.SUSPEND) {
      return false;
    }
    Optional<Instant> since =
        Optional.ofNullable(comparison.situation().history().suspended().get(actual.email()));
    return since.isPresent()
        && comparison
            .policy()
            .removeAfter()
            .filter(wait -> !since.orElseThrow().plus(wait).isAfter(comparison.situation().now()))
            .isPresent();
  }

  private void withdraw(Member actual, Leaving policy, Cause cause) {
    Email email = actual.email();
    draft.find(
        Finding.Kind.PENDING_LEAVER,
        email.address(),
        "is to have no access while an invitation is still open; it can only be withdrawn in the "
            + tenant()
            + " itself, and access is taken when it is accepted"
            + (cause.note().isEmpty() ? "" : "; " + cause.note()),
        cause);
    Optional<Invitation> invitation = comparison.situation().invitations().to(email);
    if (policy == Leaving.REPORT || invitation.isEmpty()) {
      return;
    }
    for (Entitlement right : invitation.orElseThrow().rights()) {
      if (right.kind().is(Kind.Trait.WITHDRAWABLE) && !isBuiltIn(right)) {
        invitation
            .flatMap(Invitation::id)
            .map(id -> new Operation.Withdraw(email, right, id))
            .ifPresent(operation -> draft.add(Stage.REMOVALS, operation, Reason.LEAVER, cause));
      }
    }
  }

  private void suspend(Member actual, Cause cause) {
    List<Entitlement> taken =
        actual.entitlements().stream().filter(Leavers::goesBySuspending).toList();
    boolean marks =
        comparison.vocabulary().suspension() == Vocabulary.Suspension.MARKED
            && actual.status() != Status.SUSPENDED;
    if (!taken.isEmpty() || marks) {
      Operation suspend =
          new Operation.Suspend(actual.email(), taken, comparison.vocabulary().suspension());
      draft.add(Stage.REMOVALS, suspend, Reason.LEAVER, cause);
    }
  }

  private void takeMemberships(Member actual, Cause cause) {
    for (Entitlement held : actual.entitlements()) {
      if (!goesBySuspending(held) && !isBuiltIn(held)) {
        take(actual.email(), held, cause);
      }
    }
  }

  private static boolean goesBySuspending(Entitlement held) {
    return held.kind().is(Kind.Trait.TAKEN_BY_SUSPENDING);
  }

  private void take(Email email, Entitlement held, Cause cause) {
    if (comparison.isKnown(held.on())) {
      Operation take = Operation.Set.take(new Assignee.Person(email), held);
      draft.add(Stage.REMOVALS, take, Reason.LEAVER, cause);
    } else {
      cannotTake(email, held, cause);
    }
  }

  private void cannotTake(Email email, Entitlement held, Cause cause) {
    draft.find(
        Finding.Kind.INCOMPLETE_KNOWLEDGE,
        email.address(),
        "keeps \""
            + held
            + "\": it could not be read whole or is out of reach, so nothing there is"
            + " changed in this run",
        cause);
  }

  private Noun tenant() {
    return comparison.vocabulary().tenant();
  }

  private boolean isBuiltIn(Entitlement right) {
    return comparison.catalogue().isBuiltIn(right.on());
  }
}
