package dev.rollcall.journal;

import static java.util.stream.Collectors.joining;

import dev.rollcall.apply.RunId;
import dev.rollcall.tenant.Request;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A request that is about to leave, as the database keeps it.
 *
 * @param run whose request it is
 * @param at when it leaves
 */
record SentRequest(RepositorySession session, RunId run, Request request, Instant at) {

  private static final String MARK =
      "UPDATE operations SET state = 'SENT', sent_at = ?, changed_at = ?, message = ''"
          + " WHERE run = ? AND seq = ?";

  /** The last fence before it leaves: whatever the engine thinks, once is enough. */
  void mark(int sequence) throws SQLException {
    if (request.repeatable()) {
      session.update(MARK, at, at, run.value(), sequence);
    } else if (session.update(MARK + " AND state = 'PENDING'", at, at, run.value(), sequence)
        == 0) {
      throw new IllegalStateException(
          "operation %d must not be sent twice, and is %s".formatted(sequence, state(sequence)));
    }
  }

  private String state(int sequence) throws SQLException {
    return session
        .first(
            row -> row.getString("state"),
            "SELECT state FROM operations WHERE run = ? AND seq = ?",
            run.value(),
            sequence)
        .orElse("not in the journal");
  }

  /** Counts it against the quota of its lane. */
  void count(String workspace) throws SQLException {
    session.update(
        "INSERT INTO requests (run, workspace, lane, sequences, sent_at) VALUES (?, ?, ?, ?, ?)",
        run.value(),
        workspace,
        request.lane().name(),
        request.sequences().stream().map(String::valueOf).collect(joining(",")),
        at);
  }
}
