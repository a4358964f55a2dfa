package dev.rollcall.apply;

import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The states of one run's operations, in memory and in step with the journal. Thread-safe. */
final class OperationStates {

  private final List<PlannedOperation> operations;
  private final Map<Integer, OperationState> states = new ConcurrentHashMap<>();

  /** As the journal has them. What counts on others is taken with all that is taken. */
  OperationStates(List<OperationRecord> records, LastLook lastLook) {
    List<PlannedOperation> planned = records.stream().map(OperationRecord::planned).toList();
    Set<Integer> counting = lastLook.counting(planned);
    operations =
        planned.stream()
            .map(
                each ->
                    counting.contains(each.sequence())
                            && each.stage().compareTo(Stage.REVOCATIONS) < 0
                        ? each.in(Stage.REVOCATIONS)
                        : each)
            .toList();
    records.forEach(record -> states.put(record.planned().sequence(), record.state()));
  }

  OperationState of(int sequence) {
    return Optional.ofNullable(states.get(sequence)).orElseThrow();
  }

  void put(int sequence, OperationState state) {
    states.put(sequence, state);
  }

  /** Takes what is pending, to send it; false where another lane was first, or nothing is to do. */
  boolean take(int sequence) {
    return states.replace(sequence, OperationState.PENDING, OperationState.SENT);
  }

  List<PlannedOperation> operations() {
    return operations;
  }

  PlannedOperation operation(int sequence) {
    return operations.get(sequence - 1);
  }

  List<PlannedOperation> pending(Stage stage) {
    return pendingFrom(stage).stream().filter(planned -> planned.stage() == stage).toList();
  }

  /** What is pending in a stage and those behind it. */
  List<PlannedOperation> pendingFrom(Stage stage) {
    return operations.stream()
        .filter(planned -> planned.stage().compareTo(stage) >= 0)
        .filter(planned -> of(planned.sequence()) == OperationState.PENDING)
        .toList();
  }
}
