package dev.rollcall.journal;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.RunId;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The plans of runs in the database. What a run planned never changes, so that of the run at hand
 * it is decoded once at most, and not at all where it was written here. Thread-safe.
 */
final class PlanRows {

  private static final String HEAD = "SELECT content FROM plans WHERE run = ?";

  /** What one run planned, by sequence number. */
  private record KeptOperations(RunId run, Map<Integer, PlannedOperation> operations) {

    static KeptOperations of(RunId run, List<PlannedOperation> operations) {
      return new KeptOperations(
          run, operations.stream().collect(toMap(PlannedOperation::sequence, Function.identity())));
    }
  }

  private volatile Optional<KeptOperations> atHand = Optional.empty();

  /** Keeps the plan of a run with its operations, as {@link dev.rollcall.apply.Journal#plan}. */
  void insert(
      RepositorySession session,
      RunId run,
      Plan plan,
      Map<Integer, String> held,
      Map<Integer, String> deferred,
      String report)
      throws SQLException {
    session.update(
        "INSERT INTO plans (run, content, report) VALUES (?, ?, ?)",
        run.value(),
        PlanCodec.writeHead(plan).toString(),
        report);
    session.batch(
        OperationRow.INSERT,
        () ->
            plan.operations().stream()
                .map(planned -> OperationRow.of(run, planned, held, deferred, plan.madeAt()))
                .iterator());
  }

  /** What was written just now need not be read. */
  void hold(RunId run, Plan plan) {
    atHand = Optional.of(KeptOperations.of(run, plan.operations()));
  }

  /** Rows were changed or deleted from below. */
  void letGo() {
    atHand = Optional.empty();
  }

  Optional<Plan> plan(RepositorySession session, RunId run) throws SQLException {
    Optional<JsonNode> head = head(session, run);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<PlannedOperation> planned =
        operations(session, run).stream().map(OperationRecord::planned).toList();
    try {
      return Optional.of(PlanCodec.readPlan(head.get(), planned));
    } catch (PlanCodec.Unreadable e) {
      throw isOutdated(session, run) ? UnusablePlan.ofAnotherVersion(run) : e;
    }
  }

  Optional<Instant> madeAt(RepositorySession session, RunId run) throws SQLException {
    return head(session, run).map(PlanCodec::madeAt);
  }

  /** Whether there is a plan, of a format that is not carried out. */
  static boolean isOutdated(RepositorySession session, RunId run) throws SQLException {
    return head(session, run)
        .map(PlanCodec::format)
        .filter(format -> !PlanCodec.isReadable(format))
        .isPresent();
  }

  private static Optional<JsonNode> head(RepositorySession session, RunId run) throws SQLException {
    return session.first(row -> row.getString("content"), HEAD, run.value()).map(PlanCodec::parse);
  }

  List<OperationRecord> operations(RepositorySession session, RunId run) throws SQLException {
    Map<Integer, PlannedOperation> planned = planned(session, run);
    return session.list(
        row -> OperationRow.record(row, find(planned, run, row.getInt("seq"))),
        OperationRow.RESULTS,
        run.value());
  }

  List<OperationResult> results(RepositorySession session, RunId run) throws SQLException {
    return session.list(OperationRow::result, OperationRow.RESULTS, run.value());
  }

  /** What an operation was to do. */
  PlannedOperation planned(RepositorySession session, RunId run, int sequence) throws SQLException {
    return find(planned(session, run), run, sequence);
  }

  private static PlannedOperation find(
      Map<Integer, PlannedOperation> planned, RunId run, int sequence) {
    return Optional.ofNullable(planned.get(sequence))
        .orElseThrow(() -> new IllegalStateException("no operation " + sequence + " in " + run));
  }

  private Map<Integer, PlannedOperation> planned(RepositorySession session, RunId run)
      throws SQLException {
    Optional<KeptOperations> known = atHand.filter(each -> each.run().equals(run));
    if (known.isPresent()) {
      return known.get().operations();
    }
    KeptOperations read = KeptOperations.of(run, decoded(session, run));
    atHand = Optional.of(read);
    return read.operations();
  }

  private List<PlannedOperation> decoded(RepositorySession session, RunId run) throws SQLException {
    try {
      return session.list(OperationRow::planned, OperationRow.PLANNED, run.value());
    } catch (PlanCodec.Unreadable e) {
      throw isOutdated(session, run) ? UnusablePlan.ofAnotherVersion(run) : e;
    }
  }
}
