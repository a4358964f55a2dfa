package dev.rollcall.journal;

import dev.rollcall.apply.OperationRecord;
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

  /** The operations of a run, which is the first parameter. */
  static final String SELECT =
      "SELECT seq, stage, content, reason, origin, rule, state, verification, attempts, message,"
          + " sent_at, changed_at FROM operations WHERE run = ?";

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
        held.containsKey(sequence)
            ? OperationState.HELD
            : deferred.containsKey(sequence) ? OperationState.DEFERRED : OperationState.PENDING;
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

  static OperationRecord read(ResultSet row) throws SQLException {
    JsonNode content = PlanCodec.parse(row.getString("content"));
    return new OperationRecord(
        new PlannedOperation(
            row.getInt("seq"),
            Stage.valueOf(row.getString("stage")),
            OperationCodec.read(content),
            Reason.valueOf(row.getString("reason")),
            row.getString("origin"),
            row.getString("rule"),
            content.path(NOTE).asString("")),
        OperationState.valueOf(row.getString("state")),
        Verification.valueOf(row.getString("verification")),
        row.getInt("attempts"),
        row.getString("message"),
        Session.optionalTime(row, "sent_at"),
        Session.time(row, "changed_at"));
  }

  static OperationRecord find(Session session, RunId run, int sequence) throws SQLException {
    return session
        .first(OperationRow::read, SELECT + " AND seq = ?", run.value(), sequence)
        .orElseThrow(() -> new IllegalStateException("no operation " + sequence + " in " + run));
  }
}
