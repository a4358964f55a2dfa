package dev.rollcall.journal;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Plan;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The journal in a database. Each method is one transaction. */
final class DatabaseJournal implements Journal {

  private final Database database;
  private final DatabaseLeases leases;
  private final PlanRows plans;

  /** Of runs that were asked about: what a run is on never changes. */
  private final Map<RunId, String> workspaces = new ConcurrentHashMap<>();

  DatabaseJournal(Database database, DatabaseLeases leases, PlanRows plans) {
    this.database = database;
    this.leases = leases;
    this.plans = plans;
  }

  @Override
  public void begin(RunRecord run) {
    database.update(
        "INSERT INTO runs (id, job, job_file, workspace, inputs, flags, state, started_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        run.id().value(),
        run.job(),
        run.jobFile(),
        run.workspace(),
        run.inputs(),
        run.flags(),
        run.state(),
        run.started());
  }

  @Override
  public void plan(
      RunId run,
      Plan plan,
      Map<Integer, String> held,
      Map<Integer, String> deferred,
      String report) {
    database.change(session -> plans.insert(session, run, plan, held, deferred, report));
    plans.hold(run, plan);
  }

  @Override
  public Optional<RunRecord> run(RunId run) {
    return database.first(RunRow::read, RunRow.SELECT + " WHERE r.id = ?", run.value());
  }

  @Override
  public List<RunRecord> runs() {
    return database.list(RunRow::read, RunRow.SELECT + " ORDER BY r.id DESC");
  }

  @Override
  public List<RunId> runsInDoubt(String workspace) {
    return database.list(
        row -> new RunId(row.getString("run")),
        "SELECT DISTINCT o.run FROM operations o JOIN runs r ON r.id = o.run"
            + " WHERE r.workspace = ? AND o.state IN ('SENT', 'IN_DOUBT') ORDER BY o.run",
        workspace);
  }

  @Override
  public Optional<Plan> planOf(RunId run) {
    return database.transaction(session -> plans.plan(session, run));
  }

  @Override
  public Optional<Instant> plannedAt(RunId run) {
    return database.transaction(session -> plans.madeAt(session, run));
  }

  @Override
  public boolean isOutdated(RunId run) {
    return database.transaction(session -> PlanRows.isOutdated(session, run));
  }

  @Override
  public String reportOf(RunId run) {
    return database
        .first(
            row -> row.getString("report"), "SELECT report FROM plans WHERE run = ?", run.value())
        .orElse("");
  }

  @Override
  public List<OperationRecord> operations(RunId run) {
    return database.transaction(session -> plans.operations(session, run));
  }

  @Override
  public List<OperationResult> results(RunId run) {
    return database.transaction(session -> plans.results(session, run));
  }

  @Override
  public void sent(RunId run, Request request, Instant at) {
    database.change(
        session -> {
          leases.fence(session, run);
          String workspace = workspace(session, run);
          SentRequest leaving = new SentRequest(session, run, request, at);
          LedgerEntries entries = new LedgerEntries(session, workspace, run, at);
          for (int sequence : request.sequences()) {
            leaving.mark(sequence);
            entries.sent(plans.planned(session, run, sequence));
          }
          leaving.count(workspace);
        });
  }

  @Override
  public void record(RunId run, Request request, Map<Integer, Outcome> outcomes, Instant at) {
    database.change(
        session -> {
          LedgerEntries entries = new LedgerEntries(session, workspace(session, run), run, at);
          for (Map.Entry<Integer, Outcome> entry : outcomes.entrySet()) {
            OperationState state = OperationState.after(entry.getValue());
            session.update(
                "UPDATE operations SET state = ?, message = ?, attempts = attempts + ?,"
                    + " changed_at = ? WHERE run = ? AND seq = ?",
                state,
                entry.getValue().message(),
                attempts(entry.getValue()),
                at,
                run.value(),
                entry.getKey());
            entries.changed(plans.planned(session, run, entry.getKey()), state);
          }
        });
  }

  private static int attempts(Outcome outcome) {
    if (outcome instanceof Outcome.NotSent) {
      return 0;
    }
    return outcome instanceof Outcome.Failed failed ? failed.attempts() : 1;
  }

  @Override
  public void change(RunId run, int sequence, OperationState state, String message, Instant at) {
    database.change(
        session -> {
          session.update(
              "UPDATE operations SET state = ?, message = ?, changed_at = ?"
                  + " WHERE run = ? AND seq = ?",
              state,
              message == null ? "" : message,
              at,
              run.value(),
              sequence);
          new LedgerEntries(session, workspace(session, run), run, at)
              .changed(plans.planned(session, run, sequence), state);
        });
  }

  @Override
  public void verified(RunId run, Map<Integer, Verification> seen, Instant at) {
    database.change(
        session ->
            session.batch(
                "UPDATE operations SET verification = ? WHERE run = ? AND seq = ?",
                () ->
                    seen.entrySet().stream()
                        .map(each -> new Object[] {each.getValue(), run.value(), each.getKey()})
                        .iterator()));
  }

  @Override
  public List<Instant> requestTimes(String quotas, Lane lane, Instant since) {
    return database.list(
        row -> RepositorySession.time(row, "sent_at"),
        "SELECT sent_at FROM requests"
            + " WHERE (workspace = ? OR SUBSTRING(workspace FROM 1 FOR ?) = ?)"
            + " AND lane = ? AND sent_at >= ? ORDER BY sent_at",
        quotas,
        quotas.length() + 1,
        quotas + "/",
        lane.name(),
        since);
  }

  @Override
  public int requestCount(RunId run) {
    return database
        .first(row -> row.getInt(1), "SELECT COUNT(*) FROM requests WHERE run = ?", run.value())
        .orElse(0);
  }

  @Override
  public void end(RunId run, RunRecord.State state, int exitCode, Instant at) {
    database.update(
        "UPDATE runs SET state = ?, exit_code = ?, ended_at = ? WHERE id = ?",
        state,
        exitCode,
        at,
        run.value());
  }

  private String workspace(RepositorySession session, RunId run) throws SQLException {
    String known = workspaces.get(run);
    if (known != null) {
      return known;
    }
    String read =
        session
            .first(
                row -> row.getString("workspace"),
                "SELECT workspace FROM runs WHERE id = ?",
                run.value())
            .orElseThrow(() -> new IllegalStateException("no run " + run + " in the journal"));
    workspaces.put(run, read);
    return read;
  }
}
