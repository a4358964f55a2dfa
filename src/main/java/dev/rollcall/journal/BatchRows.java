package dev.rollcall.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Spring Batch's rows of some runs: it knows a run by one of the parameters that it was started
 * with.
 */
record BatchRows(List<Object[]> executions, List<Object[]> instances) {

  private static final List<String> OF_EXECUTIONS =
      List.of(
          "DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID IN (SELECT"
              + " STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID = ?)",
          "DELETE FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID = ?",
          "DELETE FROM BATCH_JOB_EXECUTION_CONTEXT WHERE JOB_EXECUTION_ID = ?",
          "DELETE FROM BATCH_JOB_EXECUTION_PARAMS WHERE JOB_EXECUTION_ID = ?",
          "DELETE FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID = ?");

  static BatchRows of(RepositorySession session, Set<String> runs) throws SQLException {
    Set<Long> executions = new TreeSet<>();
    Set<Long> instances = new TreeSet<>();
    session.each(
        row -> {
          if (runs.contains(row.getString("PARAMETER_VALUE"))) {
            executions.add(row.getLong("JOB_EXECUTION_ID"));
            instances.add(row.getLong("JOB_INSTANCE_ID"));
          }
        },
        "SELECT e.JOB_EXECUTION_ID, e.JOB_INSTANCE_ID, p.PARAMETER_VALUE"
            + " FROM BATCH_JOB_EXECUTION e JOIN BATCH_JOB_EXECUTION_PARAMS p"
            + " ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID WHERE p.PARAMETER_NAME = 'run'");
    return new BatchRows(parameters(executions), parameters(instances));
  }

  private static List<Object[]> parameters(Set<Long> ids) {
    List<Object[]> parameters = new ArrayList<>();
    ids.forEach(id -> parameters.add(new Object[] {id}));
    return parameters;
  }

  void delete(RepositorySession session) throws SQLException {
    for (String deletion : OF_EXECUTIONS) {
      session.batch(deletion, executions);
    }
    session.batch("DELETE FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID = ?", instances);
  }
}
