package dev.rollcall.apply;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedNames;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.WritableTenant;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks up what a former attempt left behind: requests without an answer, and operations that were
 * planned on something that has moved since. Never writes to the workspace.
 */
public final class Settler {

  private static final Set<OperationState> AGAIN =
      EnumSet.of(
          OperationState.FAILED,
          OperationState.REFUSED,
          OperationState.IGNORED,
          OperationState.BLOCKED);

  private final Journal journal;
  private final WritableTenant workspace;
  private final Clock clock;

  /** A settler of any run on this workspace. */
  public Settler(Journal journal, WritableTenant workspace, Clock clock) {
    this.journal = journal;
    this.workspace = workspace;
    this.clock = clock;
  }

  /**
   * Looks up every operation of a run that is sent or in doubt.
   *
   * @param resend addresses whose invitation is sent again although nobody can tell
   */
  public void settle(RunId run, Set<String> resend) {
    for (OperationRecord record : journal.operations(run)) {
      if (record.state() == OperationState.SENT || record.state() == OperationState.IN_DOUBT) {
        settle(run, record, resend);
      }
    }
  }

  private void settle(RunId run, OperationRecord record, Set<String> resend) {
    Settled settled =
        workspace.settle(record.planned(), record.sentAt().orElse(record.changedAt()));
    switch (settled) {
      case HAPPENED ->
          change(run, record.planned(), OperationState.APPLIED, "its answer was lost; found done");
      case DID_NOT_HAPPEN ->
          change(
              run,
              record.planned(),
              OperationState.PENDING,
              "its answer was lost; it did not happen");
      case TOO_EARLY ->
          change(
              run,
              record.planned(),
              OperationState.IN_DOUBT,
              "sent without an answer and not seen yet; run `rollcall rerun` in 20 minutes");
      case UNKNOWN -> unknown(run, record.planned(), resend);
    }
  }

  private void unknown(RunId run, PlannedOperation planned, Set<String> resend) {
    String who = planned.operation().assignee().label();
    boolean again = resend.contains(who);
    change(
        run,
        planned,
        again ? OperationState.PENDING : OperationState.IN_DOUBT,
        again
            ? "sent again on request"
            : "sent without an answer, and nobody can tell whether it happened;"
                + " `rollcall rerun --resend "
                + who
                + "` sends it again");
  }

  /**
   * Makes pending again what a former attempt did not bring about: what was in its way may be gone
   * by now. Nothing of it happened, so nothing happens twice.
   */
  public void reopen(RunId run) {
    for (OperationRecord record : journal.operations(run)) {
      if (AGAIN.contains(record.state())) {
        change(
            run,
            record.planned(),
            OperationState.PENDING,
            "tried again; before: " + record.message());
      }
    }
  }

  /** Sets aside what is pending but was planned on something that has moved since. */
  public void dropStale(RunId run, Roster actual) {
    List<PlannedOperation> pending = pending(run);
    Set<Assignee> toBeMade = toBeMade(pending, actual);
    PlannedNames names =
        PlannedNames.of(pending.stream().map(PlannedOperation::operation).toList());
    pending.stream()
        .filter(planned -> !isGivenTo(planned.operation(), toBeMade))
        .forEach(planned -> dropIfMoved(run, planned, names.seenBy(planned.operation(), actual)));
  }

  /**
   * Sets aside what is pending and cannot have been planned: whoever can write into the journal
   * must not get out of what is ours.
   */
  public void dropForeign(RunId run, Predicate<PlannedOperation> isOurs) {
    drop(run, isOurs.negate(), "scope and safety.protected of the job file do not let it happen");
  }

  /**
   * Sets aside whoever is still to be invited, where nobody can tell whether others have invited
   * them since they were planned.
   *
   * @param known addresses of which somebody can
   */
  public void dropInvitations(RunId run, Set<String> known) {
    drop(
        run,
        planned -> isInvitation(planned) && !known.contains(planned.operation().assignee().label()),
        "the audit log cannot be read: nobody can tell whether others have invited them since the"
            + " plan was made");
  }

  /** Whether anybody is still to be invited. */
  public boolean invites(RunId run) {
    return pending(run).stream().anyMatch(Settler::isInvitation);
  }

  private static boolean isInvitation(PlannedOperation planned) {
    return Joins.of(planned).filter(join -> join.by() == Vocabulary.Joining.INVITATION).isPresent();
  }

  private void drop(RunId run, Predicate<PlannedOperation> which, String why) {
    pending(run).stream()
        .filter(which)
        .forEach(planned -> change(run, planned, OperationState.STALE, why));
  }

  /** Groups and accounts that are still missing because the run itself is to make them. */
  private static Set<Assignee> toBeMade(List<PlannedOperation> pending, Roster actual) {
    Set<Assignee> made = new HashSet<>();
    for (PlannedOperation planned : pending) {
      ResourceCreations.of(planned)
          .filter(group -> actual.group(group).isEmpty())
          .map(Assignee.GroupNamed::new)
          .ifPresent(made::add);
      Joins.of(planned)
          .filter(join -> join.by() == Vocabulary.Joining.ACCOUNT)
          .map(Operation.Join::email)
          .filter(email -> actual.person(email).isEmpty())
          .map(Assignee.Person::new)
          .ifPresent(made::add);
    }
    return made;
  }

  private static boolean isGivenTo(Operation operation, Set<Assignee> made) {
    return !operation.changes().isEmpty() && made.contains(operation.assignee());
  }

  private void dropIfMoved(RunId run, PlannedOperation planned, Roster actual) {
    OperationEffect.Standing standing = OperationEffect.of(planned.operation(), actual);
    if (standing == OperationEffect.Standing.MOVED) {
      change(
          run,
          planned,
          OperationState.STALE,
          OperationEffect.whyMoved(planned.operation(), actual));
    } else if (standing == OperationEffect.Standing.AFTER) {
      change(run, planned, OperationState.ALREADY_SO, "was so already");
    }
  }

  private void change(RunId run, PlannedOperation planned, OperationState state, String message) {
    journal.change(run, planned.sequence(), state, message, clock.instant());
  }

  private List<PlannedOperation> pending(RunId run) {
    return journal.operations(run).stream()
        .filter(record -> record.state() == OperationState.PENDING)
        .map(OperationRecord::planned)
        .toList();
  }
}
