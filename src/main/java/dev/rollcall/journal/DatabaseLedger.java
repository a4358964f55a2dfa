package dev.rollcall.journal;

import static java.util.Objects.requireNonNull;

import dev.rollcall.apply.Ledger;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.model.Email;
import dev.rollcall.model.Kind;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.plan.AddressBook;
import dev.rollcall.plan.History;
import dev.rollcall.plan.Invitation;
import dev.rollcall.plan.KnownAddress;
import dev.rollcall.plan.PlanDigest;
import dev.rollcall.target.BatchKind;
import dev.rollcall.target.Experience;
import dev.rollcall.target.Vendors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The ledger in a database. Each method is one transaction. */
final class DatabaseLedger implements Ledger {

  private static final int RECENT_RUNS = 3;

  private final Database database;

  DatabaseLedger(Database database) {
    this.database = requireNonNull(database, "database");
  }

  @Override
  public boolean hasSeen(String workspace) {
    return database.transaction(
        session -> session.exists("SELECT 1 FROM workspaces WHERE workspace = ?", workspace));
  }

  @Override
  public List<Invitation> invitations(String workspace) {
    Map<Email, Invitation> newest = new LinkedHashMap<>();
    database
        .transaction(
            session ->
                session.list(
                    DatabaseLedger::invitation,
                    "SELECT * FROM invitations WHERE workspace = ? AND over_at IS NULL"
                        + " ORDER BY email, sent_at, id",
                    workspace))
        .forEach(invitation -> newest.merge(invitation.email(), invitation, DatabaseLedger::later));
    return List.copyOf(newest.values());
  }

  @Override
  public Optional<Instant> invited(String workspace, Email email) {
    // The end of what a removed person had is kept like an invitation, sent when it was over.
    return database.transaction(
        session ->
            session.first(
                row -> Session.time(row, "sent_at"),
                "SELECT sent_at FROM invitations i WHERE workspace = ? AND email = ?"
                    + " AND (over_at IS NULL OR over_at > sent_at)"
                    + " AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.run = i.run"
                    + " AND o.seq = i.seq AND o.state = 'SENT') ORDER BY sent_at DESC",
                workspace,
                email.address()));
  }

  /** The later one, with the vendor's id where only the earlier one knows it. */
  private static Invitation later(Invitation earlier, Invitation later) {
    return new Invitation(
        later.email(), later.sent(), later.times(), later.rights(), later.id().or(earlier::id));
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        new Email(row.getString("email")),
        Session.time(row, "sent_at"),
        row.getInt("times"),
        OperationCodec.readRights(PlanCodec.parse(row.getString("rights"))),
        Optional.ofNullable(row.getString("vendor_id")));
  }

  @Override
  public void adopt(String workspace, Collection<Invitation> invitations) {
    database.change(session -> Remembrance.adopt(session, workspace, invitations));
  }

  @Override
  public void accepted(String workspace, Collection<Email> members, Instant at) {
    Set<Email> seen = new HashSet<>(members);
    List<Email> over =
        invitations(workspace).stream().map(Invitation::email).filter(seen::contains).toList();
    database.change(
        session -> {
          for (Email email : over) {
            Remembrance.over(session, workspace, email, at);
          }
        });
  }

  @Override
  public History history(String workspace, String job) {
    return database.transaction(
        session ->
            new History(
                suspended(session, workspace),
                mentioned(session, workspace, job),
                recurring(session, workspace, job),
                !isAccepted(session, workspace, job)));
  }

  @Override
  public List<KnownAddress> addresses(
      String workspace, String job, Predicate<KnownAddress> wanted) {
    return database.transaction(session -> Acquainted.of(workspace, job).read(session, wanted));
  }

  @Override
  public void remember(String workspace, String job, AddressBook book, Instant at) {
    database.change(session -> Acquainted.of(workspace, job).write(session, book, at));
  }

  @Override
  public void attendance(
      String workspace, String job, Predicate<Email> listed, Predicate<Email> present, Instant at) {
    database.change(
        session -> Gone.note(session, Acquainted.of(workspace, job), listed, present, at));
  }

  private static Map<Email, Instant> suspended(Session session, String workspace)
      throws SQLException {
    Map<Email, Instant> suspended = new HashMap<>();
    session.list(
        row -> suspended.put(new Email(row.getString("email")), Session.time(row, "suspended_at")),
        "SELECT email, suspended_at FROM suspensions WHERE workspace = ?",
        workspace);
    return suspended;
  }

  private static boolean isAccepted(Session session, String workspace, String job)
      throws SQLException {
    return session.exists(
        "SELECT 1 FROM accepted_jobs WHERE workspace = ? AND job = ?", workspace, job);
  }

  private static Optional<MentionedNames> mentioned(Session session, String workspace, String job)
      throws SQLException {
    if (!isAccepted(session, workspace, job)) {
      return Optional.empty();
    }
    SortedMap<Kind, SortedSet<String>> names = new TreeMap<>();
    session
        .list(
            row -> Map.entry(row.getString("kind"), row.getString("name")),
            "SELECT kind, name FROM mentioned WHERE workspace = ? AND job = ?",
            workspace,
            job)
        .forEach(
            each ->
                Vendors.kind(each.getKey())
                    .map(kind -> names.computeIfAbsent(kind, key -> new TreeSet<>()))
                    .ifPresent(of -> of.add(each.getValue())));
    return Optional.of(new MentionedNames(names));
  }

  /** How many of the job's latest finished runs, without a gap, applied each operation. */
  private static Map<String, Integer> recurring(Session session, String workspace, String job)
      throws SQLException {
    List<String> runs =
        session.list(
            row -> row.getString("id"),
            "SELECT id FROM runs WHERE workspace = ? AND job = ? AND state = 'FINISHED'"
                // One that brings in other people says nothing of what the rosters ask for.
                + " AND flags NOT LIKE '"
                + RunRecord.ONBOARDS
                + "%' ORDER BY id DESC FETCH FIRST "
                + RECENT_RUNS
                + " ROWS ONLY",
            workspace,
            job);
    Map<String, Integer> recurring = new HashMap<>();
    Set<String> unbroken = null;
    for (String run : runs) {
      Set<String> keys = applied(session, run);
      if (unbroken != null) {
        keys.retainAll(unbroken);
      }
      keys.forEach(key -> recurring.merge(key, 1, Integer::sum));
      unbroken = keys;
    }
    return recurring;
  }

  private static Set<String> applied(Session session, String run) throws SQLException {
    return new HashSet<>(
        session.list(
            row -> PlanDigest.key(OperationCodec.read(PlanCodec.parse(row.getString("content")))),
            "SELECT content FROM operations WHERE run = ? AND state = 'APPLIED'",
            run));
  }

  @Override
  public Map<String, Integer> acceptedSizes(String workspace, String job) {
    Map<String, Integer> sizes = new HashMap<>();
    database.transaction(
        session ->
            session.list(
                row -> sizes.put(row.getString("source"), row.getInt("people")),
                "SELECT source, people FROM sizes WHERE workspace = ? AND job = ?",
                workspace,
                job));
    return sizes;
  }

  @Override
  public void accept(
      String workspace,
      String job,
      Map<String, Integer> sizes,
      MentionedNames mentioned,
      Instant at) {
    database.change(
        session -> {
          session.update("DELETE FROM sizes WHERE workspace = ? AND job = ?", workspace, job);
          for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            session.update(
                "INSERT INTO sizes (workspace, job, source, people, accepted_at)"
                    + " VALUES (?, ?, ?, ?, ?)",
                workspace,
                job,
                size.getKey(),
                size.getValue(),
                at);
          }
          session.update("DELETE FROM mentioned WHERE workspace = ? AND job = ?", workspace, job);
          mention(session, workspace, job, mentioned);
          session.update(
              "DELETE FROM accepted_jobs WHERE workspace = ? AND job = ?", workspace, job);
          session.update(
              "INSERT INTO accepted_jobs (workspace, job, accepted_at) VALUES (?, ?, ?)",
              workspace,
              job,
              at);
          if (!session.exists("SELECT 1 FROM workspaces WHERE workspace = ?", workspace)) {
            session.update(
                "INSERT INTO workspaces (workspace, seen_at) VALUES (?, ?)", workspace, at);
          }
        });
  }

  private static void mention(
      Session session, String workspace, String job, MentionedNames mentioned) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    mentioned
        .names()
        .forEach(
            (kind, names) ->
                names.forEach(name -> rows.add(new Object[] {workspace, job, kind.id(), name})));
    session.batch("INSERT INTO mentioned (workspace, job, kind, name) VALUES (?, ?, ?, ?)", rows);
  }

  @Override
  public boolean isUsed(String content, Instant madeAt) {
    return database.transaction(session -> isUsed(session, content, madeAt));
  }

  private static boolean isUsed(Session session, String content, Instant madeAt)
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
                at);
            return true;
          });
    } catch (Database.Duplicate e) {
      return false;
    }
  }

  @Override
  public Experience experience(String workspace) {
    return new Experience() {
      @Override
      public Trust of(BatchKind kind) {
        return database
            .transaction(
                session ->
                    session.first(
                        row -> Trust.valueOf(row.getString("trust")),
                        "SELECT trust FROM experience WHERE workspace = ? AND kind = ?",
                        workspace,
                        kind.name()))
            .orElse(Trust.UNTRIED);
      }

      @Override
      public void remember(BatchKind kind, Trust trust, String detail) {
        database.change(
            session -> {
              session.update(
                  "DELETE FROM experience WHERE workspace = ? AND kind = ?",
                  workspace,
                  kind.name());
              session.update(
                  "INSERT INTO experience (workspace, kind, trust, detail) VALUES (?, ?, ?, ?)",
                  workspace,
                  kind.name(),
                  trust,
                  detail);
            });
      }
    };
  }
}
