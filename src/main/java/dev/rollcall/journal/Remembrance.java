package dev.rollcall.journal;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What operations leave behind in the ledger: invitations and suspensions. Written in the
 * transaction that writes the operation's state, so that the two never tell different stories.
 */
final class Remembrance {

  /** How sure it is that an invitation left. */
  enum Certainty {
    /** It was about to be sent. */
    MAYBE,
    /** The workspace accepted it. */
    SENT,
    /** The workspace's own log tells of it. */
    LOGGED
  }

  private Remembrance() {}

  /** Before a request leaves: an invitation may have been sent from now on. */
  static void sent(
      Session session, String workspace, RunId run, PlannedOperation planned, Instant at)
      throws SQLException {
    if (planned.operation() instanceof Operation.Invite invite) {
      forget(session, run, planned.sequence());
      int before =
          session
              .first(
                  row -> row.getInt("times"),
                  "SELECT times FROM invitations WHERE workspace = ? AND email = ?"
                      + " AND over_at IS NULL ORDER BY sent_at DESC, id DESC",
                  workspace,
                  invite.email().address())
              .orElse(0);
      insert(
          session,
          workspace,
          new Invitation(
              invite.email(), at, before + 1, invite.roles(), invite.groups(), Optional.empty()),
          Certainty.MAYBE,
          Optional.of(run),
          Optional.of(planned.sequence()));
    }
  }

  /** After the state of an operation changed. */
  static void changed(
      Session session,
      String workspace,
      RunId run,
      PlannedOperation planned,
      OperationState state,
      Instant at)
      throws SQLException {
    Operation operation = planned.operation();
    if (operation instanceof Operation.Invite) {
      invitation(session, run, planned.sequence(), state);
    } else if (state.isDone()) {
      done(session, workspace, operation, at);
    }
  }

  private static void invitation(Session session, RunId run, int sequence, OperationState state)
      throws SQLException {
    if (state.isDone()) {
      session.update(
          "UPDATE invitations SET certainty = ? WHERE run = ? AND seq = ?",
          Certainty.SENT,
          run.value(),
          sequence);
    } else if (state != OperationState.SENT && state != OperationState.IN_DOUBT) {
      forget(session, run, sequence);
    }
  }

  /** What was remembered before counts again. */
  private static void forget(Session session, RunId run, int sequence) throws SQLException {
    session.update("DELETE FROM invitations WHERE run = ? AND seq = ?", run.value(), sequence);
  }

  private static void done(Session session, String workspace, Operation operation, Instant at)
      throws SQLException {
    if (operation instanceof Operation.Suspend suspend) {
      notSuspended(session, workspace, suspend.email());
      session.update(
          "INSERT INTO suspensions (workspace, email, suspended_at) VALUES (?, ?, ?)",
          workspace,
          suspend.email().address(),
          at);
    } else if (operation instanceof Operation.Reinstate reinstate) {
      notSuspended(session, workspace, reinstate.email());
    } else if (operation instanceof Operation.Remove remove) {
      notSuspended(session, workspace, remove.email());
      over(session, workspace, remove.email(), at);
    }
  }

  private static void notSuspended(Session session, String workspace, Email email)
      throws SQLException {
    session.update(
        "DELETE FROM suspensions WHERE workspace = ? AND email = ?", workspace, email.address());
  }

  /** The person is, or was, a member: their invitations are over. */
  static void over(Session session, String workspace, Email email, Instant at) throws SQLException {
    session.update(
        "UPDATE invitations SET over_at = ? WHERE workspace = ? AND email = ?"
            + " AND over_at IS NULL",
        at,
        workspace,
        email.address());
  }

  static void insert(
      Session session,
      String workspace,
      Invitation invitation,
      Certainty certainty,
      Optional<RunId> run,
      Optional<Integer> sequence)
      throws SQLException {
    session.update(
        "INSERT INTO invitations (workspace, email, sent_at, times, roles, member_of, vendor_id,"
            + " certainty, run, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        workspace,
        invitation.email().address(),
        invitation.sent(),
        invitation.times(),
        OperationCodec.write(invitation.roles()),
        String.join("\n", new TreeSet<>(invitation.groups())),
        invitation.id(),
        certainty,
        run.map(RunId::value),
        sequence);
  }
}
