package dev.rollcall.apply;

import dev.rollcall.model.Roster;
import dev.rollcall.plan.AffectedResources;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Visibility;
import dev.rollcall.tenant.Tenant;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what was touched again and compares: the summary follows what was seen, not what was sent.
 */
public final class Verifier {

  private final Journal journal;
  private final Tenant workspace;
  private final Clock clock;

  /** A verifier that reads by this workspace. */
  public Verifier(Journal journal, Tenant workspace, Clock clock) {
    this.journal = journal;
    this.workspace = workspace;
    this.clock = clock;
  }

  /** Compares every operation of the run that is done with the workspace as it is now. */
  public void verify(RunId run, Scope scope) {
    List<PlannedOperation> done =
        journal.operations(run).stream()
            .filter(record -> record.state().isDone())
            .map(OperationRecord::planned)
            .toList();
    if (done.isEmpty()) {
      return;
    }
    List<Operation> operations = done.stream().map(PlannedOperation::operation).toList();
    Roster actual =
        workspace.readBack(
            scope.narrowedTo(AffectedResources.toVerify(operations), workspace.vocabulary()));
    Map<Integer, Verification> seen = new HashMap<>();
    done.forEach(each -> seen.put(each.sequence(), judge(each.operation(), actual)));
    journal.verified(run, seen, clock.instant());
    List<Operation> different =
        done.stream()
            .filter(each -> seen.get(each.sequence()) == Verification.DIFFERS)
            .map(PlannedOperation::operation)
            .toList();
    if (!different.isEmpty()) {
      workspace.doubt(different);
    }
  }

  private static Verification judge(Operation operation, Roster actual) {
    return switch (Visibility.of(operation)) {
      // A pending invitation is not listed anywhere; only an accepted one can be seen.
      case ONCE_ACCEPTED ->
          operation.assignee().person().flatMap(actual::person).isPresent()
              ? Verification.VERIFIED
              : Verification.NOT_YET_VISIBLE;
      case NEVER -> Verification.NOT_YET_VISIBLE;
      case AT_ONCE ->
          OperationEffect.of(operation, actual) == OperationEffect.Standing.AFTER
              ? Verification.VERIFIED
              : Verification.DIFFERS;
    };
  }
}
