package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Status;
import java.util.List;
import java.util.Optional;

/** Compares desired and actual, and says what to do. Pure, deterministic, near linear. */
public final class Reconciler {

  private final Scope scope;
  private final Policy policy;
  private final Switches switches;

  /** A reconciler for one job. */
  public Reconciler(Scope scope, Policy policy, Switches switches) {
    this.scope = requireNonNull(scope, "scope");
    this.policy = requireNonNull(policy, "policy");
    this.switches = requireNonNull(switches, "switches");
  }

  /**
   * Makes the plan.
   *
   * @throws UnknownNames where the job file itself, by a rule or under {@code groups:}, names what
   *     the workspace does not offer
   */
  public Plan reconcile(Situation situation) {
    Comparison comparison = new Comparison(scope, policy, switches, situation);
    Draft draft = new Draft(comparison);
    new Walk(comparison, draft).go();
    return new Plan(
        situation.job(),
        situation.workspace(),
        situation.now(),
        draft.operations(),
        draft.findings(),
        draft.problems(),
        Headcount.of(comparison));
  }

  /** One pass over both sides, handing everybody to whom they concern. */
  private static final class Walk {

    private final Comparison comparison;
    private final Draft draft;
    private final NameCheck names;
    private final Joiners joiners;
    private final Movers movers;
    private final Leavers leavers;
    private final Remarks remarks;

    Walk(Comparison comparison, Draft draft) {
      this.comparison = comparison;
      this.draft = draft;
      this.names = new NameCheck(comparison.desired(), comparison.catalogue());
      this.joiners = new Joiners(comparison, draft);
      this.movers = new Movers(comparison, draft);
      this.leavers = new Leavers(comparison, draft);
      this.remarks = new Remarks(comparison, draft);
    }

    void go() {
      names.checkDeclared();
      new OwnedGroups(comparison, draft).plan();
      comparison.desired().roster().people().stream().filter(this::isFree).forEach(this::listed);
      comparison.actual().people().stream()
          .filter(this::isFree)
          .filter(actual -> comparison.desired().roster().person(actual.email()).isEmpty())
          .forEach(leavers::isAbsent);
      remarks.make();
    }

    /** Whether this run may plan for the person, and nothing holds them. */
    private boolean isFree(Member person) {
      Email email = person.email();
      return comparison.plans(email) && !comparison.desired().held().containsKey(email);
    }

    private void listed(Member desired) {
      List<Problem> unknown = names.check(desired);
      if (!unknown.isEmpty()) {
        draft.complain(unknown);
        remarks.held(desired.email(), unknown.get(0).what());
        return;
      }
      Optional<Member> actual = comparison.actual().person(desired.email());
      switch (desired.status()) {
        case LEFT -> actual.ifPresent(leavers::leaves);
        case FUTURE -> startsLater(desired);
        default ->
            actual.ifPresentOrElse(present -> active(desired, present), () -> joins(desired));
      }
    }

    private void joins(Member desired) {
      joiners.joins(desired);
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
          "starts later: neither invited nor changed yet",
          Cause.row(comparison.desired(), desired.email()));
    }
  }
}
