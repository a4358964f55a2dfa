package dev.rollcall.journal;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.model.Email;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Joins;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The entries that operations make in the ledger: invitations, what is taken out of them, and
 * suspensions. Written in the transaction that writes the operation's state, so that the two never
 * tell different stories.
 *
 * @param workspace the key of the workspace
 * @param run whose operations they are
 * @param at when they are made
 */
record LedgerEntries(RepositorySession session, String workspace, RunId run, Instant at) {

  /** What is written about an operation that is done. */
  private interface Writing {
    void write() throws SQLException;
  }

  /** Before a request leaves: an invitation may have been sent from now on. */
  void sent(PlannedOperation planned) throws SQLException {
    Optional<Operation.Join> join = Joins.of(planned).filter(LedgerEntries::isInvitation);
    if (join.isPresent()) {
      InvitationRows.forget(session, run, planned.sequence());
      int before = InvitationRows.times(session, workspace, join.get().email());
      InvitationRows.insert(
          session,
          new InvitationRows.NewRow(
              workspace,
              Invitation.sent(join.get().email(), at, before + 1, join.get().rights()),
              InvitationRows.Certainty.MAYBE,
              Optional.of(run),
              Optional.of(planned.sequence())));
    }
  }

  /** After the state of an operation changed. */
  void changed(PlannedOperation planned, OperationState state) throws SQLException {
    if (Joins.of(planned).filter(LedgerEntries::isInvitation).isPresent()) {
      invitation(planned.sequence(), state);
    } else if (state.isDone()) {
      done(planned.operation(), state);
    }
  }

  private void invitation(int sequence, OperationState state) throws SQLException {
    if (state.isDone()) {
      InvitationRows.certain(session, run, sequence);
    } else if (state != OperationState.SENT && state != OperationState.IN_DOUBT) {
      InvitationRows.forget(session, run, sequence);
    }
  }

  private static boolean isInvitation(Operation.Join join) {
    return join.by() == Vocabulary.Joining.INVITATION;
  }

  private void done(Operation operation, OperationState state) throws SQLException {
    Writing writing =
        switch (operation.verb()) {
          case SUSPEND -> () -> suspended(person(operation), state);
          case REINSTATE -> () -> notSuspended(person(operation));
          case REMOVE ->
              () -> {
                notSuspended(person(operation));
                gone(person(operation));
              };
          case WITHDRAW ->
              () ->
                  InvitationRows.withdraw(
                      session,
                      workspace,
                      person(operation),
                      ((Operation.Withdraw) operation).right());
          case DEFINE -> () -> madeGroups().defined((Operation.Define) operation, state, at);
          case UNDEFINE -> () -> madeGroups().gone(((Operation.Undefine) operation).resource());
          case JOIN, SET, PROFILE -> () -> {};
        };
    writing.write();
  }

  private static Email person(Operation operation) {
    return operation.assignee().person().orElseThrow();
  }

  private MadeGroups madeGroups() {
    return new MadeGroups(session, workspace);
  }

  /** Whoever was suspended already has been so since the time that is known. */
  private void suspended(Email email, OperationState state) throws SQLException {
    if (state == OperationState.APPLIED) {
      notSuspended(email);
    } else if (session.exists(
        "SELECT 1 FROM suspensions WHERE workspace = ? AND email = ?",
        workspace,
        email.address())) {
      return;
    }
    session.update(
        "INSERT INTO suspensions (workspace, email, suspended_at) VALUES (?, ?, ?)",
        workspace,
        email.address(),
        at);
  }

  /**
   * Ends what is remembered of a removed person; where that is nothing, the end alone is kept, so
   * that an old line of the workspace's log does not make them look invited.
   */
  private void gone(Email email) throws SQLException {
    if (InvitationRows.over(session, workspace, email, at) == 0) {
      Invitation none = Invitation.logged(email, at, List.of(), Optional.empty());
      InvitationRows.insert(session, InvitationRows.NewRow.logged(workspace, none));
      InvitationRows.over(session, workspace, email, at);
    }
  }

  private void notSuspended(Email email) throws SQLException {
    session.update(
        "DELETE FROM suspensions WHERE workspace = ? AND email = ?", workspace, email.address());
  }
}
