package dev.rollcall.journal;

import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A run as the database keeps it. */
final class RunRow {

  static final String SELECT =
      "SELECT r.*, p.run AS planned FROM runs r LEFT JOIN plans p ON p.run = r.id";

  private RunRow() {}

  static RunRecord read(ResultSet row) throws SQLException {
    int exitCode = row.getInt("exit_code");
    return new RunRecord(
        new RunId(row.getString("id")),
        row.getString("job"),
        row.getString("job_file"),
        row.getString("workspace"),
        row.getString("inputs"),
        row.getString("flags"),
        RunRecord.State.valueOf(row.getString("state")),
        RepositorySession.time(row, "started_at"),
        RepositorySession.optionalTime(row, "ended_at"),
        row.getObject("exit_code") == null ? Optional.empty() : Optional.of(exitCode),
        row.getString("planned") != null);
  }
}
