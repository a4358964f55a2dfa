package dev.rollcall.batch;

import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.Settler;
import dev.rollcall.job.JobRules;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.planning.LoggedInvitations;
import dev.rollcall.planning.Planner;
import dev.rollcall.safety.Allowances;
import dev.rollcall.safety.SafetyReview;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step that looks up what a former attempt left, and drops of a kept plan what has moved since
 * it was made, or is not ours.
 */
final class SettleStep {

  private static final Logger LOG = LoggerFactory.getLogger(SettleStep.class);

  private final Run run;
  private final PlanStep plan;
  private Optional<Roster> seen = Optional.empty();

  SettleStep(Run run, PlanStep plan) {
    this.run = run;
    this.plan = plan;
  }

  /** The workspace that a kept plan was compared with; empty where none was. */
  Optional<Roster> seen() {
    return seen;
  }

  void run() {
    if (run.isStopping() || !run.isPlanned()) {
      return;
    }
    run.workspace().makeGood().forEach(LOG::warn);
    Settler settler = new Settler(run.journal(), run.workspace(), run.resources().clock());
    settler.settle(run.id(), run.order().resend());
    if (!plan.isFresh()) {
      run.phase("comparing with the plan", 0);
      settler.reopen(run.id());
      Scope scope = run.touchedScope();
      settler.dropForeign(run.id(), operation -> isOurs(operation, scope));
      Roster actual = run.workspace().snapshot(scope).actual();
      seen = Optional.of(actual);
      if (settler.invites(run.id())) {
        learnOfInvitations(settler);
      }
      settler.dropStale(run.id(), invitations().join(actual));
    }
  }

  /** The plan was made hours ago, perhaps, and others may invite at any time. */
  private void learnOfInvitations(Settler settler) {
    RunOrder order = run.order();
    Planner planner = new Planner(order.job(), order.options(), Optional.of(ledger()));
    LoggedInvitations told = planner.invitations(run.workspace(), run.resources().now());
    ledger().adopt(run.workspaceKey(), told.all());
    if (!told.isComplete()
        && order.options().allowances().of(Allowances.EARLIER_INVITATIONS).isEmpty()) {
      settler.dropInvitations(run.id(), order.resend());
    }
  }

  private boolean isOurs(PlannedOperation planned, Scope scope) {
    if (!(planned.operation().assignee() instanceof Assignee.Person person)) {
      return isDeclared(planned.operation());
    }
    boolean isProtected =
        run.order().job().file().safety().protectedAddresses().stream()
            .anyMatch(each -> each.value().equals(person.email()));
    return scope.plans(person.email()) && !(isProtected && SafetyReview.takes(planned));
  }

  /**
   * What is made, changed or deleted is named in the job file; rights are judged by their holder.
   */
  private boolean isDeclared(Operation operation) {
    return switch (operation.verb()) {
      case DEFINE, UNDEFINE ->
          JobRules.declarations(run.order().job().file()).stream()
              .anyMatch(
                  declared ->
                      operation.assignee().group().filter(declared.resource()::equals).isPresent()
                          && declared.isAbsent() == (operation.verb() == Operation.Verb.UNDEFINE));
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> true;
    };
  }

  private Invitations invitations() {
    Map<Email, Invitation> known = new HashMap<>();
    ledger().invitations(run.workspaceKey()).forEach(each -> known.put(each.email(), each));
    return Invitations.complete(known);
  }

  private Ledger ledger() {
    return run.resources().repository().ledger();
  }
}
