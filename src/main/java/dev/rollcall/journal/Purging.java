package dev.rollcall.journal;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.model.Email;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a repository lets go of. Whoever changes something here holds the leases on the workspaces
 * concerned. What is unfinished or in doubt, and invitations that are open, are never let go by
 * age.
 */
public final class Purging {

  /** Runs that nothing is left of to be continued or settled. */
  private static final String OVER =
      " WHERE r.state <> 'UNFINISHED' AND COALESCE(r.ended_at, r.started_at) < ?"
          + " AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.run = r.id"
          + " AND o.state IN ('SENT', 'IN_DOUBT'))";

  /** In the order in which rows refer to each other; each takes the run. */
  private static final List<String> DELETIONS =
      List.of(
          "DELETE FROM requests WHERE run = ?",
          "DELETE FROM operations WHERE run = ?",
          "DELETE FROM plans WHERE run = ?",
          "DELETE FROM report_folders WHERE run = ?",
          "DELETE FROM runs WHERE id = ?");

  private final Database database;
  private final PlanRows plans;

  Purging(Database database, PlanRows plans) {
    this.database = database;
    this.plans = plans;
  }

  /** The workspaces that this repository knows. */
  public List<String> workspaces() {
    return database.list(
        row -> row.getString("workspace"),
        "SELECT workspace FROM runs UNION SELECT workspace FROM workspaces"
            + " UNION SELECT workspace FROM invitations ORDER BY workspace");
  }

  /** Runs that were over before then, and about which nothing is in doubt. */
  public List<RunRecord> over(Instant before) {
    return database.list(RunRow::read, RunRow.SELECT + OVER + " ORDER BY r.id", before);
  }

  /** Deletes all there is of these runs, Spring Batch's rows included. */
  public void delete(Collection<RunId> runs) {
    if (runs.isEmpty()) {
      return;
    }
    Set<String> ids = runs.stream().map(RunId::value).collect(toCollection(TreeSet::new));
    database.change(
        session -> {
          BatchRows.of(session, ids).delete(session);
          for (String deletion : DELETIONS) {
            session.batch(deletion, ids.stream().map(id -> new Object[] {id}).toList());
          }
        });
    plans.letGo();
  }

  /** How many remembered addresses have been nobody's since before then. */
  public int gone(Instant before, Optional<String> job) {
    return database.transaction(session -> new UnownedAddresses(before, job).count(session));
  }

  /** Forgets these. */
  public int forget(Instant before, Optional<String> job) {
    return database.transaction(session -> new UnownedAddresses(before, job).forget(session));
  }

  /** What there is of one person. */
  public Traces traces(Email person) {
    return database.transaction(session -> Erasure.of(session, person).find());
  }

  /**
   * Takes one person out, whatever is open for them.
   *
   * @param nobody stands in the place of the address where a row must stay
   */
  public void erase(Email person, String nobody) {
    database.change(session -> Erasure.of(session, person).erase(nobody));
    plans.letGo();
  }

  /** Notes where a run's reports go, before they are written. */
  public void reportsGoTo(RunId run, Path folder) {
    database.change(
        session -> {
          session.update("DELETE FROM report_folders WHERE run = ?", run.value());
          session.update(
              "INSERT INTO report_folders (run, folder) VALUES (?, ?)",
              run.value(),
              folder.toAbsolutePath().normalize().toString());
        });
  }

  /** Where reports went, by run; runs of a time before that was noted are missing. */
  public Map<RunId, Path> reportFolders() {
    Map<RunId, Path> folders = new TreeMap<>();
    database.change(
        session -> {
          if (session.hasColumn("report_folders", "folder")) {
            session.each(
                row ->
                    folders.put(new RunId(row.getString("run")), Path.of(row.getString("folder"))),
                "SELECT run, folder FROM report_folders");
          }
        });
    return folders;
  }
}
