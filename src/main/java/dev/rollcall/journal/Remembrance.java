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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** What is written about an operation that is done. */
  private interface Writing {
    void write() throws SQLException;
  }

  private Remembrance() {}

  /** Before a request leaves: an invitation may have been sent from now on. */
  static void sent(
      Session session, String workspace, RunId run, PlannedOperation planned, Instant at)
      throws SQLException {
    Optional<Operation.Join> join = Joins.of(planned).filter(Remembrance::isInvitation);
    if (join.isPresent()) {
      forget(session, run, planned.sequence());
      int before =
          session
              .first(
                  row -> row.getInt("times"),
                  "SELECT times FROM invitations WHERE workspace = ? AND email = ?"
                      + " AND over_at IS NULL ORDER BY sent_at DESC, id DESC",
                  workspace,
                  join.get().email().address())
              .orElse(0);
      insert(
          session,
          workspace,
          new Invitation(join.get().email(), at, before + 1, join.get().rights(), Optional.empty()),
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
    if (Joins.of(planned).filter(Remembrance::isInvitation).isPresent()) {
      invitation(session, run, planned.sequence(), state);
    } else if (state.isDone()) {
      done(session, workspace, planned.operation(), state, at);
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

  private static boolean isInvitation(Operation.Join join) {
    return join.by() == Vocabulary.Joining.INVITATION;
  }

  private static void done(
      Session session, String workspace, Operation operation, OperationState state, Instant at)
      throws SQLException {
    Optional<Email> person = operation.assignee().person();
    if (person.isEmpty()) {
      return;
    }
    Email email = person.get();
    Writing writing =
        switch (operation.verb()) {
          case SUSPEND -> () -> suspended(session, workspace, email, state, at);
          case REINSTATE -> () -> notSuspended(session, workspace, email);
          case REMOVE ->
              () -> {
                notSuspended(session, workspace, email);
                gone(session, workspace, email, at);
              };
          case DEFINE, JOIN, SET, WITHDRAW -> () -> {};
        };
    writing.write();
  }

  /** Whoever was suspended already has been so since the time that is known. */
  private static void suspended(
      Session session, String workspace, Email email, OperationState state, Instant at)
      throws SQLException {
    if (state == OperationState.APPLIED) {
      notSuspended(session, workspace, email);
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
  private static void gone(Session session, String workspace, Email email, Instant at)
      throws SQLException {
    if (over(session, workspace, email, at) == 0) {
      Invitation none = new Invitation(email, at, 1, List.of(), Optional.empty());
      insert(session, workspace, none, Certainty.LOGGED, Optional.empty(), Optional.empty());
      over(session, workspace, email, at);
    }
  }

  private static void notSuspended(Session session, String workspace, Email email)
      throws SQLException {
    session.update(
        "DELETE FROM suspensions WHERE workspace = ? AND email = ?", workspace, email.address());
  }

  /** The person is, or was, a member: their invitations are over. */
  static int over(Session session, String workspace, Email email, Instant at) throws SQLException {
    return session.update(
        "UPDATE invitations SET over_at = ? WHERE workspace = ? AND email = ?"
            + " AND over_at IS NULL",
        at,
        workspace,
        email.address());
  }

  /** Takes over what the workspace's own log tells and is not known, or was over before. */
  static void adopt(Session session, String workspace, Collection<Invitation> told)
      throws SQLException {
    Map<String, Optional<Instant>> ends = new HashMap<>();
    session.list(
        row -> ends.put(row.getString("email"), Session.optionalTime(row, "over_at")),
        "SELECT email, over_at FROM invitations WHERE workspace = ? ORDER BY id",
        workspace);
    for (Invitation invitation : told) {
      Optional<Instant> end = ends.get(invitation.email().address());
      if (end == null || end.filter(over -> invitation.sent().isAfter(over)).isPresent()) {
        insert(
            session, workspace, invitation, Certainty.LOGGED, Optional.empty(), Optional.empty());
      }
    }
  }

  private static void insert(
      Session session,
      String workspace,
      Invitation invitation,
      Certainty certainty,
      Optional<RunId> run,
      Optional<Integer> sequence)
      throws SQLException {
    session.update(
        "INSERT INTO invitations (workspace, email, sent_at, times, rights, vendor_id, certainty,"
            + " run, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        workspace,
        invitation.email().address(),
        invitation.sent(),
        invitation.times(),
        OperationCodec.write(invitation.rights()).toString(),
        invitation.id(),
        certainty,
        run.map(RunId::value),
        sequence);
  }
}
