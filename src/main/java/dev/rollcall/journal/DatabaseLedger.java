package dev.rollcall.journal;

import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.RunId;
import dev.rollcall.model.Email;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.KnownAddress;
import dev.rollcall.tenant.Experience;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ledger in a database. Each method is one transaction. */
final class DatabaseLedger implements Ledger {

  private final Database database;
  private final Clock clock;

  DatabaseLedger(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> invitationsKnown(String workspace) {
    return database.transaction(
        session ->
            session.first(
                row -> RepositorySession.time(row, "seen_at"),
                "SELECT seen_at FROM workspaces WHERE workspace = ?",
                workspace));
  }

  @Override
  public void knowInvitations(String workspace, Instant until) {
    database.change(
        session ->
            session.update(
                "UPDATE workspaces SET seen_at = ? WHERE workspace = ?", until, workspace));
  }

  @Override
  public List<Invitation> unknown(String workspace, Collection<Invitation> invitations) {
    return database.transaction(session -> InvitationRows.unknown(session, workspace, invitations));
  }

  @Override
  public List<Invitation> invitations(String workspace) {
    return database.transaction(session -> InvitationRows.newest(session, workspace));
  }

  @Override
  public Optional<Instant> invited(String workspace, Email email) {
    return database.transaction(session -> InvitationRows.last(session, workspace, email));
  }

  @Override
  public void adopt(String workspace, Collection<Invitation> invitations) {
    database.change(session -> InvitationRows.adopt(session, workspace, invitations));
  }

  @Override
  public void accepted(String workspace, Collection<Email> members, Instant at) {
    Set<Email> seen = new HashSet<>(members);
    List<Email> over =
        invitations(workspace).stream().map(Invitation::email).filter(seen::contains).toList();
    database.change(
        session -> {
          for (Email email : over) {
            InvitationRows.over(session, workspace, email, at);
          }
        });
  }

  @Override
  public History history(String workspace, String job) {
    return database.transaction(
        session ->
            new History(
                    suspended(session, workspace),
                    new Baseline(workspace, job).mentioned(session),
                    RecurringOperations.of(session, workspace, job),
                    !new Baseline(workspace, job).isAccepted(session))
                .having(new MadeGroups(session, workspace).all()));
  }

  @Override
  public List<KnownAddress> addresses(
      String workspace, String job, Predicate<KnownAddress> wanted) {
    return database.transaction(
        session -> new KnownAddressRows(workspace, job).read(session, wanted));
  }

  @Override
  public void remember(String workspace, String job, AddressBook book, Instant at) {
    database.change(session -> new KnownAddressRows(workspace, job).write(session, book, at));
  }

  @Override
  public void attendance(
      String workspace, String job, Predicate<Email> listed, Predicate<Email> present, Instant at) {
    database.change(
        session ->
            UnownedAddresses.note(
                session, new KnownAddressRows(workspace, job), listed, present, at));
  }

  private static Map<Email, Instant> suspended(RepositorySession session, String workspace)
      throws SQLException {
    Map<Email, Instant> suspended = new HashMap<>();
    session.list(
        row ->
            suspended.put(
                new Email(row.getString("email")), RepositorySession.time(row, "suspended_at")),
        "SELECT email, suspended_at FROM suspensions WHERE workspace = ?",
        workspace);
    return suspended;
  }

  @Override
  public Map<String, Integer> acceptedSizes(String workspace, String job) {
    return database.transaction(session -> new Baseline(workspace, job).sizes(session));
  }

  @Override
  public void accept(
      String workspace,
      String job,
      Map<String, Integer> sizes,
      MentionedNames mentioned,
      Instant at) {
    database.change(session -> new Baseline(workspace, job).accept(session, sizes, mentioned, at));
  }

  @Override
  public void seen(String workspace, Predicate<Resource> isThere) {
    database.change(session -> new MadeGroups(session, workspace).keep(isThere));
  }

  @Override
  public boolean isUsed(String content, Instant madeAt) {
    return database.transaction(session -> isUsed(session, content, madeAt));
  }

  private static boolean isUsed(RepositorySession session, String content, Instant madeAt)
      throws SQLException {
    return session.exists(
        "SELECT 1 FROM used_plans WHERE digest = ? AND used_at >= ?", content, madeAt);
  }

  @Override
  public boolean use(String content, Instant madeAt, RunId run, Instant at) {
    try {
      return database.transaction(
          session -> {
            if (isUsed(session, content, madeAt)) {
              return false;
            }
            session.update("DELETE FROM used_plans WHERE digest = ?", content);
            session.update(
                "INSERT INTO used_plans (digest, run, used_at) VALUES (?, ?, ?)",
                content,
                run.value(),
                // A clock that was set back, or starts anew, must not make it unused.
                at.isBefore(madeAt) ? madeAt : at);
            return true;
          });
    } catch (Database.Duplicate e) {
      return false;
    }
  }

  @Override
  public Experience experience(String workspace) {
    return new DatabaseExperience(database, clock, workspace);
  }
}
