package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares desired and actual, and says what to do. Pure, deterministic, near linear. */
public final class Reconciler {

  private final Scope scope;
  private final Policy policy;
  private final OperationSwitches switches;

  /** A reconciler for one job. */
  public Reconciler(Scope scope, Policy policy, OperationSwitches switches) {
    this.scope = scope;
    this.policy = policy;
    this.switches = switches;
  }

  /**
   * Makes the plan.
   *
   * @throws UnknownNames where the job file itself, by a rule or under {@code groups:}, names what
   *     the workspace does not offer
   */
  public Plan reconcile(PlanInput read) {
    PlanInput situation = foresee(read);
    ReconciliationTerms comparison = new ReconciliationTerms(scope, policy, switches, situation);
    PlanBuilder draft = new PlanBuilder(comparison);
    Plan.People people = new Walk(comparison, draft).go();
    return new Plan(
        comparison.vocabulary(),
        situation.job(),
        situation.workspace(),
        situation.now(),
        draft.operations(),
        draft.findings(),
        draft.problems(),
        people);
  }

  /** The situation by the names that the plan will bring about; itself where that is so already. */
  public PlanInput foresee(PlanInput read) {
    return read.names() == PlannedNames.NONE
        ? PlannedNames.of(read, scope, switches.changes() && !policy.onlyAdds())
            .making(switches.changes() ? NeededResources.of(read, scope) : Set.of())
            .in(read)
        : read;
  }

  /** One pass over both sides, handing everybody to whom they concern. */
  private static final class Walk implements SideBySide.Visitor {

    private final ReconciliationTerms comparison;
    private final PlanBuilder draft;
    private final NameCheck names;
    private final Joiners joiners;
    private final Movers movers;
    private final Leavers leavers;
    private final FindingsCollector remarks;
    private final RenamedPeople renamed;
    private final LookAlikeMembers impostors;
    private final Set<Email> heldHere = new HashSet<>();
    private final List<Member> unlisted = new ArrayList<>();
    private final Headcount headcount = new Headcount();

    Walk(ReconciliationTerms comparison, PlanBuilder draft) {
      this.comparison = comparison;
      this.draft = draft;
      this.names = new NameCheck(comparison.situation());
      this.leavers = new Leavers(comparison, draft);
      this.renamed = new RenamedPeople(comparison, draft, leavers, this::isHeld);
      this.joiners = new Joiners(comparison, draft, renamed);
      this.movers = new Movers(comparison, draft, renamed);
      this.impostors = new LookAlikeMembers(comparison);
      this.remarks = new FindingsCollector(comparison, draft);
    }

    /** Says how many were met. */
    Plan.People go() {
      List<Problem> missing =
          MissingKinds.of(comparison.desired(), comparison.vocabulary(), comparison::plans);
      if (!missing.isEmpty()) {
        throw new UnknownNames(missing);
      }
      List<Problem> undefinable = new DefinitionCheck(comparison.situation()).problems();
      if (!undefinable.isEmpty()) {
        throw new UnknownNames(undefinable);
      }
      names.checkDeclared();
      new OwnedDefinitions(comparison, draft).plan();
      new OwnedGroups(comparison, draft).plan();
      SideBySide.walk(comparison.desired().roster().people(), comparison.actual().people(), this);
      for (Member person : unlisted) {
        if (isFree(person.email())) {
          isUnlisted(person);
        }
      }
      new NeededResources(comparison, draft).plan();
      renamed.remark();
      remarks.make();
      return headcount.people(comparison.snapshot());
    }

    @Override
    public void listed(Member desired, Optional<Member> actual) {
      if (comparison.covers(desired.email())) {
        headcount.add(actual);
        if (isFree(desired.email())) {
          isListed(desired, actual);
        }
      }
    }

    /** Kept for later: everybody listed comes before anybody who is not. */
    @Override
    public void unlisted(Member actual) {
      if (comparison.covers(actual.email())) {
        headcount.add(Optional.of(actual));
        unlisted.add(actual);
      }
    }

    /** Whether this run may plan for the person, who is ours, and nothing holds them. */
    private boolean isFree(Email email) {
      return comparison.scope().only().contains(email) && !isHeld(email);
    }

    /** Held by the rosters, or by this plan. */
    private boolean isHeld(Email email) {
      return comparison.desired().held().containsKey(email) || heldHere.contains(email);
    }

    private void isListed(Member desired, Optional<Member> actual) {
      List<Problem> unknown = names.check(desired);
      if (!unknown.isEmpty()) {
        hold(desired.email(), unknown);
        return;
      }
      if (desired.status() == Status.ACTIVE && isNoMember(actual)) {
        Optional<Problem> impostor = impostors.problem(desired.email());
        if (impostor.isPresent()) {
          hold(desired.email(), List.of(impostor.get()));
          return;
        }
      }
      switch (desired.status()) {
        case LEFT -> leaves(desired, actual);
        case FUTURE -> startsLater(desired);
        default ->
            actual.ifPresentOrElse(present -> active(desired, present), () -> joins(desired));
      }
    }

    private void leaves(Member desired, Optional<Member> actual) {
      if (comparison.policy().onlyAdds()) {
        draft.find(
            Finding.Kind.NOT_ONBOARDED,
            desired.email().address(),
            actual.isPresent()
                ? "has left, and is in the "
                    + comparison.vocabulary().tenant()
                    + ": nothing is given, and nothing is taken"
                : comparison.vocabulary().invites()
                    ? "has left: not invited"
                    : "has left: no account is made",
            Cause.row(comparison.desired(), desired.email()));
      } else {
        actual.ifPresent(leavers::leaves);
      }
    }

    private void hold(Email email, List<Problem> problems) {
      draft.complain(problems.stream().map(problem -> problem.about(email)).toList());
      remarks.held(email, problems.get(0).what());
      heldHere.add(email);
    }

    private static boolean isNoMember(Optional<Member> actual) {
      return actual.filter(person -> person.status() != Status.INVITED).isEmpty();
    }

    private void joins(Member desired) {
      impostors
          .of(desired.email())
          .ifPresent(
              impostor ->
                  draft.find(
                      Finding.Kind.LOOK_ALIKE_MEMBER,
                      desired.email().address(),
                      "is not " + impostor + ", a member whose address only looks the same",
                      Cause.row(comparison.desired(), desired.email())));
      joiners.joins(desired);
    }

    private void isUnlisted(Member actual) {
      // Who is not among people to be brought in is not absent from anywhere.
      if (!renamed.settles(actual) && !comparison.policy().onlyAdds()) {
        leavers.isAbsent(actual);
      }
    }

    private void active(Member desired, Member actual) {
      if (actual.status() == Status.INVITED) {
        Email email = desired.email();
        joiners.waits(desired, comparison.situation().invitations().to(email).orElseThrow());
      } else {
        movers.stays(desired, actual);
      }
    }

    private void startsLater(Member desired) {
      draft.find(
          Finding.Kind.STARTS_LATER,
          desired.email().address(),
          comparison.vocabulary().invites()
              ? "starts later: neither invited nor changed yet"
              : "starts later: no account is made, and nothing is changed yet",
          Cause.row(comparison.desired(), desired.email()));
    }
  }
}
