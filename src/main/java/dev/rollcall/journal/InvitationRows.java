package dev.rollcall.journal;

import dev.rollcall.apply.RunId;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.plan.Invitation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The invitations that the ledger remembers, a row each time one left or was found in a workspace's
 * own log. Of a person the newest row that is not over counts.
 */
final class InvitationRows {

  /** How sure it is that an invitation left. */
  enum Certainty {
    /** It was about to be sent. */
    MAYBE,
    /** The workspace accepted it. */
    SENT,
    /** The workspace's own log tells of it. */
    LOGGED
  }

  private InvitationRows() {}

  /** Those that are not over, the newest of each person. */
  static List<Invitation> newest(RepositorySession session, String workspace) throws SQLException {
    // A dry run reads the repository as it is, made perhaps by an earlier release.
    boolean isGeneral = session.hasColumn("invitations", "rights");
    Map<Email, Invitation> newest = new LinkedHashMap<>();
    session
        .list(
            row -> read(row, isGeneral),
            "SELECT * FROM invitations WHERE workspace = ? AND over_at IS NULL"
                + " ORDER BY email, sent_at, id",
            workspace)
        .forEach(
            invitation ->
                newest.merge(
                    invitation.email(),
                    invitation,
                    (earlier, later) -> later.orWith(earlier.id())));
    return List.copyOf(newest.values());
  }

  /** When a person was invited last, but for what is on its way. */
  static Optional<Instant> last(RepositorySession session, String workspace, Email email)
      throws SQLException {
    // The end of what a removed person had is kept like an invitation, sent when it was over.
    return session.first(
        row -> RepositorySession.time(row, "sent_at"),
        "SELECT sent_at FROM invitations i WHERE workspace = ? AND email = ?"
            + " AND (over_at IS NULL OR over_at > sent_at)"
            + " AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.run = i.run"
            + " AND o.seq = i.seq AND o.state = 'SENT') ORDER BY sent_at DESC",
        workspace,
        email.address());
  }

  private static Invitation read(ResultSet row, boolean isGeneral) throws SQLException {
    return new Invitation(
        new Email(row.getString("email")),
        RepositorySession.time(row, "sent_at"),
        row.getInt("times"),
        OperationCodec.readRights(
            isGeneral ? PlanCodec.parse(row.getString("rights")) : GeneralRights.invited(row)),
        Optional.ofNullable(row.getString("vendor_id")),
        !row.getString("certainty").equals(Certainty.LOGGED.name()));
  }

  /** How often a person was invited whose invitations are not over. */
  static int times(RepositorySession session, String workspace, Email email) throws SQLException {
    return session
        .first(
            row -> row.getInt("times"),
            "SELECT times FROM invitations WHERE workspace = ? AND email = ?"
                + " AND over_at IS NULL ORDER BY sent_at DESC, id DESC",
            workspace,
            email.address())
        .orElse(0);
  }

  /** The one of this operation has certainly left. */
  static void certain(RepositorySession session, RunId run, int sequence) throws SQLException {
    session.update(
        "UPDATE invitations SET certainty = ? WHERE run = ? AND seq = ?",
        Certainty.SENT,
        run.value(),
        sequence);
  }

  /** What was remembered before counts again. */
  static void forget(RepositorySession session, RunId run, int sequence) throws SQLException {
    session.update("DELETE FROM invitations WHERE run = ? AND seq = ?", run.value(), sequence);
  }

  /** The person is, or was, a member: their invitations are over. */
  static int over(RepositorySession session, String workspace, Email email, Instant at)
      throws SQLException {
    return session.update(
        "UPDATE invitations SET over_at = ? WHERE workspace = ? AND email = ?"
            + " AND over_at IS NULL",
        at,
        workspace,
        email.address());
  }

  /** What was taken out of the open ones of a person is none of them any more. */
  static void withdraw(RepositorySession session, String workspace, Email email, Entitlement right)
      throws SQLException {
    Map<Long, List<Entitlement>> open = new HashMap<>();
    session.list(
        row ->
            open.put(
                row.getLong("id"),
                OperationCodec.readRights(PlanCodec.parse(row.getString("rights")))),
        "SELECT id, rights FROM invitations WHERE workspace = ? AND email = ? AND over_at IS NULL",
        workspace,
        email.address());
    for (Map.Entry<Long, List<Entitlement>> each : open.entrySet()) {
      List<Entitlement> left =
          each.getValue().stream().filter(held -> !held.sameResource(right)).toList();
      session.update(
          "UPDATE invitations SET rights = ? WHERE id = ?",
          OperationCodec.write(left).toString(),
          each.getKey());
    }
  }

  /** Says anew what invitations asked for that are not over. */
  static void rewrite(
      RepositorySession session, String workspace, UnaryOperator<List<Entitlement>> change)
      throws SQLException {
    List<Object[]> changed = new ArrayList<>();
    session.each(
        row -> {
          List<Entitlement> rights =
              OperationCodec.readRights(PlanCodec.parse(row.getString("rights")));
          List<Entitlement> anew = change.apply(rights);
          if (!anew.equals(rights)) {
            changed.add(new Object[] {OperationCodec.write(anew).toString(), row.getLong("id")});
          }
        },
        "SELECT id, rights FROM invitations WHERE workspace = ? AND over_at IS NULL",
        workspace);
    session.batch("UPDATE invitations SET rights = ? WHERE id = ?", changed);
  }

  /** Of what the workspace's own log tells, what is not known, or was over before. */
  static List<Invitation> unknown(
      RepositorySession session, String workspace, Collection<Invitation> told)
      throws SQLException {
    Map<String, Optional<Instant>> ends = new HashMap<>();
    session.list(
        row -> ends.put(row.getString("email"), RepositorySession.optionalTime(row, "over_at")),
        "SELECT email, over_at FROM invitations WHERE workspace = ? ORDER BY id",
        workspace);
    return told.stream()
        .filter(
            invitation -> {
              Optional<Instant> end = ends.get(invitation.email().address());
              return end == null || end.filter(over -> invitation.sent().isAfter(over)).isPresent();
            })
        .toList();
  }

  /** Takes that over, and the vendor's ids of invitations that are known and open. */
  static void adopt(RepositorySession session, String workspace, Collection<Invitation> told)
      throws SQLException {
    for (Invitation invitation : unknown(session, workspace, told)) {
      insert(session, NewRow.logged(workspace, invitation));
    }
    for (Invitation invitation : told) {
      if (invitation.id().isPresent()) {
        session.update(
            "UPDATE invitations SET vendor_id = ? WHERE workspace = ? AND email = ?"
                + " AND over_at IS NULL AND vendor_id IS NULL",
            invitation.id().get(),
            workspace,
            invitation.email().address());
      }
    }
  }

  /**
   * A row that is not there yet.
   *
   * @param run whose operation it is; empty where the workspace's log tells of it
   * @param sequence likewise
   */
  record NewRow(
      String workspace,
      Invitation invitation,
      Certainty certainty,
      Optional<RunId> run,
      Optional<Integer> sequence) {

    /** One that the workspace's own log tells of. */
    static NewRow logged(String workspace, Invitation invitation) {
      return new NewRow(
          workspace, invitation, Certainty.LOGGED, Optional.empty(), Optional.empty());
    }
  }

  static void insert(RepositorySession session, NewRow row) throws SQLException {
    Invitation invitation = row.invitation();
    session.update(
        "INSERT INTO invitations (workspace, email, sent_at, times, rights, vendor_id, certainty,"
            + " run, seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.workspace(),
        invitation.email().address(),
        invitation.sent(),
        invitation.times(),
        OperationCodec.write(invitation.rights()).toString(),
        invitation.id(),
        row.certainty(),
        row.run().map(RunId::value),
        row.sequence());
  }
}
