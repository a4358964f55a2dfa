package dev.rollcall.journal;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.plan.PlanDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations that run after run applies: somebody else undoes them in between. */
final class RecurringOperations {

  private static final int RECENT_RUNS = 3;

  private RecurringOperations() {}

  /** How many of the job's latest finished runs, without a gap, applied each operation. */
  static Map<String, Integer> of(RepositorySession session, String workspace, String job)
      throws SQLException {
    List<String> runs =
        session.list(
            row -> row.getString("id"),
            "SELECT id FROM runs WHERE workspace = ? AND job = ? AND state = 'FINISHED'"
                // One that brings in other people says nothing of what the rosters ask for, and one
                // that is limited nothing of what they ask for everybody else.
                + " AND flags NOT LIKE ? AND flags NOT LIKE ? AND flags NOT LIKE ?"
                + " ORDER BY id DESC FETCH FIRST "
                + RECENT_RUNS
                + " ROWS ONLY",
            workspace,
            job,
            RunRecord.ONBOARDS + "%",
            RunRecord.LIMITED + "%",
            "%\n" + RunRecord.LIMITED + "%");
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

  private static Set<String> applied(RepositorySession session, String run) throws SQLException {
    try {
      return new HashSet<>(
          session.list(
              row -> PlanDigest.key(OperationCodec.read(PlanCodec.parse(row.getString("content")))),
              "SELECT content FROM operations WHERE run = ? AND state = 'APPLIED'",
              run));
    } catch (PlanCodec.Unreadable e) {
      if (PlanRows.isOutdated(session, new RunId(run))) {
        // Another version's: nothing is known to recur across that.
        return new HashSet<>();
      }
      throw e;
    }
  }
}
