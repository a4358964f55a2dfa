package dev.rollcall.testing;

import dev.rollcall.apply.Journal;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationResult;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.RunRecord;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A journal of one run in memory, that also tells the order in which things were written.
 * Thread-safe.
 */
public final class MemoryJournal implements Journal {

  /** The run it is of. */
  public static final RunId RUN = new RunId("20261122-033101-7f3a");

  private final Map<Integer, OperationRecord> operations = new TreeMap<>();
  private final List<String> written = new ArrayList<>();
  private Plan plan;
  private int requests;

  /** A journal that holds this plan. */
  public static MemoryJournal of(Plan plan) {
    MemoryJournal journal = new MemoryJournal();
    journal.plan(RUN, plan, Map.of(), Map.of(), "");
    return journal;
  }

  /** What was written, in order, as {@code sent [1, 2]} and {@code 1 APPLIED}. */
  public synchronized List<String> written() {
    return written;
  }

  /** The state of one operation. */
  public synchronized OperationState state(int sequence) {
    return operations.get(sequence).state();
  }

  /** Pretends that a former attempt left it so. */
  public MemoryJournal left(int sequence, OperationState state, Instant sent) {
    put(sequence, state, "", Optional.of(sent));
    return this;
  }

  @Override
  public void begin(RunRecord run) {}

  @Override
  public void plan(
      RunId run,
      Plan given,
      Map<Integer, String> held,
      Map<Integer, String> deferred,
      String report) {
    plan = given;
    for (PlannedOperation planned : given.operations()) {
      boolean free = !held.containsKey(planned.sequence());
      operations.put(
          planned.sequence(),
          new OperationRecord(
              planned,
              free ? OperationState.PENDING : OperationState.HELD,
              Verification.UNREAD,
              0,
              held.getOrDefault(planned.sequence(), ""),
              Optional.empty(),
              Instant.EPOCH));
    }
  }

  @Override
  public Optional<RunRecord> run(RunId run) {
    return Optional.empty();
  }

  @Override
  public List<RunRecord> runs() {
    return List.of();
  }

  @Override
  public List<RunId> runsInDoubt(String workspace) {
    return List.of();
  }

  @Override
  public Optional<Plan> planOf(RunId run) {
    return Optional.ofNullable(plan);
  }

  @Override
  public Optional<Instant> plannedAt(RunId run) {
    return planOf(run).map(Plan::madeAt);
  }

  @Override
  public boolean isOutdated(RunId run) {
    return false;
  }

  @Override
  public synchronized List<OperationResult> results(RunId run) {
    return operations.values().stream().map(OperationRecord::result).toList();
  }

  @Override
  public String reportOf(RunId run) {
    return "";
  }

  @Override
  public synchronized List<OperationRecord> operations(RunId run) {
    return List.copyOf(operations.values());
  }

  @Override
  public synchronized void sent(RunId run, Request request, Instant at) {
    requests++;
    written.add("sent " + request.sequences());
    request.sequences().forEach(each -> put(each, OperationState.SENT, "", Optional.of(at)));
  }

  @Override
  public synchronized void record(
      RunId run, Request request, Map<Integer, Outcome> outcomes, Instant at) {
    outcomes.forEach(
        (sequence, outcome) -> {
          OperationState state = OperationState.after(outcome);
          written.add(sequence + " " + state);
          put(sequence, state, outcome.message(), Optional.of(at));
        });
  }

  @Override
  public synchronized void change(
      RunId run, int sequence, OperationState state, String message, Instant at) {
    written.add(sequence + " " + state);
    put(sequence, state, message, operations.get(sequence).sentAt());
  }

  @Override
  public synchronized void verified(RunId run, Map<Integer, Verification> seen, Instant at) {
    seen.forEach(
        (sequence, verification) -> {
          OperationRecord old = operations.get(sequence);
          operations.put(
              sequence,
              new OperationRecord(
                  old.planned(), old.state(), verification, 1, old.message(), old.sentAt(), at));
        });
  }

  @Override
  public List<Instant> requestTimes(String workspace, Lane lane, Instant since) {
    return List.of();
  }

  @Override
  public int requestCount(RunId run) {
    return requests;
  }

  @Override
  public void end(RunId run, RunRecord.State state, int exitCode, Instant at) {}

  private void put(int sequence, OperationState state, String message, Optional<Instant> sent) {
    OperationRecord old = operations.get(sequence);
    operations.put(
        sequence,
        new OperationRecord(
            old.planned(), state, old.verification(), 1, message, sent, Instant.EPOCH));
  }
}
