package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * People who are in the workspace and are to stay, or to come back: gives and takes the difference.
 */
final class Movers {

  private final ReconciliationTerms comparison;
  private final PlanBuilder draft;
  private final RenamedPeople renamed;

  Movers(ReconciliationTerms comparison, PlanBuilder draft, RenamedPeople renamed) {
    this.comparison = comparison;
    this.draft = draft;
    this.renamed = renamed;
  }

  /** Plans what makes the actual person hold what the desired one does. */
  void stays(Member desired, Member actual) {
    Managed managed = comparison.desired().managed();
    boolean revokes = comparison.policy().extra() == Policy.Extra.REVOKE;
    List<RightDifference> differences =
        RightDifference.between(
            desired.entitlements(),
            actual.entitlements(),
            held ->
                revokes && (managed.covers(desired, held) || goesAlong(managed, desired, held)));
    saysWhoIsSuspended(desired, actual);
    isCalled(desired, actual);
    if (!differences.isEmpty() || isMarked(actual)) {
      new One(desired, actual).plan(differences);
    }
  }

  /** Whether something is lost in any case, with the membership of what it lies in. */
  private static boolean goesAlong(Managed managed, Member desired, Entitlement held) {
    if (!held.kind().is(Kind.Trait.OF_MEMBERS)) {
      return false;
    }
    Entitlement membership = held.on().container().orElseThrow().membership();
    return !desired.entitlements().contains(membership) && managed.covers(desired, membership);
  }

  /** Where names are kept up, and the records tell one. */
  private void isCalled(Member desired, Member actual) {
    if (comparison.policy().names() != Policy.Names.KEEP_UP
        || !comparison.vocabulary().keepsProfiles()
        || desired.name().isBlank()) {
      return;
    }
    SortedMap<String, String> details = comparison.desired().details(desired.email());
    Profile after =
        Profile.of(desired.name())
            .called(
                details.getOrDefault(Profile.GIVEN, ""), details.getOrDefault(Profile.FAMILY, ""))
            .keptBy(actual.profile());
    if (!after.equals(actual.profile())) {
      draft.add(
          Stage.ADDITIONS,
          new Operation.UpdateProfile(desired.email(), actual.profile(), after),
          Reason.MOVER,
          Cause.row(comparison.desired(), desired.email()));
    }
  }

  /** Where nobody can be brought back, somebody else has to. */
  private void saysWhoIsSuspended(Member desired, Member actual) {
    if (actual.status() == Status.SUSPENDED
        && comparison.vocabulary().suspension() == Vocabulary.Suspension.NONE) {
      draft.find(
          Finding.Kind.SUSPENDED_BY_OTHERS,
          desired.email().address(),
          "is suspended in the %s, and is to be there; only somebody there can bring them back"
              .formatted(comparison.vocabulary().tenant()),
          Cause.row(comparison.desired(), desired.email()));
    }
  }

  /** Whether somebody is suspended by more than holding nothing. */
  private boolean isMarked(Member actual) {
    return actual.status() == Status.SUSPENDED
        && comparison.vocabulary().suspension() == Vocabulary.Suspension.MARKED
        && !comparison.policy().leavesPeopleAlone();
  }

  /** One person's differences being turned into operations. */
  private final class One {

    private final Email email;
    private final Member desired;
    private final boolean comesBack;
    private final boolean marked;
    private final List<Entitlement> reinstated = new ArrayList<>();
    private final List<String> leftAlone = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    One(Member desired, Member actual) {
      this.email = desired.email();
      this.desired = desired;
      this.comesBack = actual.status() == Status.SUSPENDED;
      this.marked = isMarked(actual);
    }

    void plan(List<RightDifference> differences) {
      differences.stream().filter(this::isWanted).forEach(this::plan);
      kept.forEach(
          each ->
              draft.find(
                  Finding.Kind.KEEPS_MORE,
                  email.address(),
                  each,
                  Cause.row(comparison.desired(), email)));
      if (!reinstated.isEmpty() || marked) {
        draft.add(
            Stage.ofJoining(comparison.vocabulary()),
            new Operation.Reinstate(email, reinstated, comparison.vocabulary().suspension()),
            Reason.JOINER,
            renamed.welcome(desired, Joiners.welcome(comparison.desired(), desired)));
      }
      if (!leftAlone.isEmpty()) {
        draft.find(
            Finding.Kind.MANAGED_BY_IDENTITY_PROVIDER,
            email.address(),
            "left to the identity provider: " + String.join(", ", leftAlone),
            Cause.row(comparison.desired(), email));
      }
    }

    /** Of people who are brought in, nothing is taken: what they hold stays, and is said. */
    private boolean isWanted(RightDifference difference) {
      boolean wanted = !comparison.policy().onlyAdds() || difference.onlyGives();
      if (!wanted) {
        kept.add(
            "keeps %s %s, although %s is asked for, which is not known to give more"
                .formatted(
                    difference.on(),
                    RightDifference.level(difference.before(), ""),
                    RightDifference.level(
                        difference.after(), difference.right().level().orElse("nothing"))));
      }
      return wanted;
    }

    private void plan(RightDifference difference) {
      Resource on = difference.on();
      if (!comparison.isOpen(on)) {
        if (comparison.isUnread(on)) {
          draft.leaveAlone(email, difference.right());
        }
      } else if (comparison.scope().isByIdentityProvider(on)) {
        leftAlone.add(inWords(difference));
      } else if (comesBack && on.kind().is(Kind.Trait.TAKEN_BY_SUSPENDING)) {
        difference.after().ifPresent(reinstated::add);
      } else {
        add(
            difference,
            new Operation.Set(new Assignee.Person(email), difference.before(), difference.after()));
      }
    }

    private static String inWords(RightDifference difference) {
      Resource on = difference.on();
      return on.kind().levels().isPresent()
          ? "role \"" + difference + "\""
          : (difference.takes() ? "out of " : "into ") + on.kind().noun() + " \"" + on + "\"";
    }

    private void add(RightDifference difference, Operation operation) {
      draft.add(
          difference.stage(Stage.ADDITIONS),
          operation,
          comesBack ? Reason.JOINER : Reason.MOVER,
          Cause.of(comparison.desired(), email, difference.right()));
    }
  }
}
