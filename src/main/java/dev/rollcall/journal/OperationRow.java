package dev.rollcall.journal;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An operation of a run as the database keeps it. */
final class OperationRow {

  /** A new one, with the values of {@link #of}. */
  static final String INSERT =
      "INSERT INTO operations (run, seq, stage, kind, subject, content, reason, origin, rule, state,"
          + " verification, attempts, message, changed_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)";

  /** What was planned for a run, which is the parameter. */
  static final String PLANNED =
      "SELECT seq, stage, content, reason, origin, rule FROM operations WHERE run = ? ORDER BY seq";

  /** What became of it. */
  static final String RESULTS =
      "SELECT seq, subject, state, verification, attempts, message, sent_at, changed_at"
          + " FROM operations WHERE run = ? ORDER BY seq";

  /** Kept beside the operation's own fields, of which none is called so. */
  private static final String NOTE = "note";

  private OperationRow() {}

  private static String content(PlannedOperation planned) {
    ObjectNode content = OperationCodec.write(planned.operation());
    if (!planned.note().isEmpty()) {
      content.put(NOTE, planned.note());
    }
    return content.toString();
  }

  /** The values of a new one, in the order of the columns. */
  static Object[] of(
      RunId run,
      PlannedOperation planned,
      Map<Integer, String> held,
      Map<Integer, String> deferred,
      Instant at) {
    int sequence = planned.sequence();
    OperationState state =
        OperationState.unsent(held.containsKey(sequence), deferred.containsKey(sequence));
    return new Object[] {
      run.value(),
      sequence,
      planned.stage(),
      OperationCodec.kind(planned.operation()),
      planned.operation().assignee().label(),
      content(planned),
      planned.reason(),
      planned.origin(),
      planned.rule(),
      state,
      Verification.UNREAD,
      held.getOrDefault(sequence, deferred.getOrDefault(sequence, "")),
      at
    };
  }

  static PlannedOperation planned(ResultSet row) throws SQLException {
    JsonNode content = PlanCodec.parse(row.getString("content"));
    return new PlannedOperation(
        row.getInt("seq"),
        Stage.valueOf(row.getString("stage")),
        OperationCodec.read(content),
        Reason.valueOf(row.getString("reason")),
        row.getString("origin"),
        row.getString("rule"),
        content.path(NOTE).asString(""));
  }

  static OperationResult result(ResultSet row) throws SQLException {
    return new OperationResult(
        row.getString("subject"),
        OperationState.valueOf(row.getString("state")),
        Verification.valueOf(row.getString("verification")),
        row.getInt("attempts"));
  }

  /** What is known of an operation that was planned so. */
  static OperationRecord record(ResultSet row, PlannedOperation planned) throws SQLException {
    OperationResult result = result(row);
    return new OperationRecord(
        planned,
        result.state(),
        result.verification(),
        result.attempts(),
        row.getString("message"),
        RepositorySession.optionalTime(row, "sent_at"),
        RepositorySession.time(row, "changed_at"));
  }
}
