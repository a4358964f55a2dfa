package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.PeopleTally;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.safety.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * All there is to tell of a run: the one model that every writer reads.
 *
 * @param operations one for each operation of the plan, in plan order
 */
public record RunReport(
    RunHead head, Plan plan, List<OperationRecord> operations, RunFacts facts, RunTimeline course) {

  /** Copies; every operation of the plan is reported. */
  public RunReport {
    operations = List.copyOf(operations);
    if (operations.size() != plan.operations().size()) {
      throw new IllegalArgumentException(
          "a report of %d operations on a plan of %d"
              .formatted(operations.size(), plan.operations().size()));
    }
  }

  /** The report of a run that is not to write: everything is pending, held or deferred. */
  public static RunReport ofDryRun(RunHead head, Plan plan, Verdict verdict, RunFacts facts) {
    List<OperationRecord> operations =
        plan.operations().stream().map(planned -> unsent(planned, plan, verdict)).toList();
    return new RunReport(head, plan, operations, facts, RunTimeline.NONE);
  }

  /** An operation that is not to be sent: pending, held or deferred. */
  public static OperationRecord unsent(PlannedOperation planned, Plan plan, Verdict verdict) {
    int sequence = planned.sequence();
    OperationState state =
        OperationState.unsent(
            verdict.held().containsKey(sequence), verdict.deferred().containsKey(sequence));
    String message =
        verdict.held().getOrDefault(sequence, verdict.deferred().getOrDefault(sequence, ""));
    return new OperationRecord(
        planned, state, Verification.UNREAD, 0, message, Optional.empty(), plan.madeAt());
  }

  /** People by what the plan does to them. */
  public PeopleTally tally() {
    return PeopleTally.of(
        plan.vocabulary().joining(), plan.operations(), plan.people().considered());
  }

  /** What was noticed, as far as it holds after what was done. */
  public List<Finding> findings() {
    return FindingsByNow.of(facts.findings(), operations);
  }

  /** Operations by what became of them. */
  public OperationCounts counts() {
    return OperationCounts.of(operations);
  }
}
