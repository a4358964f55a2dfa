package dev.rollcall.apply;

import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The states of one run's operations, in memory and in step with the journal. Thread-safe. */
final class OperationStates {

  private final List<PlannedOperation> operations;
  private final Map<Integer, OperationState> states = new ConcurrentHashMap<>();

  OperationStates(List<OperationRecord> records) {
    operations = records.stream().map(OperationRecord::planned).toList();
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
    return operations.stream()
        .filter(planned -> planned.stage() == stage)
        .filter(planned -> of(planned.sequence()) == OperationState.PENDING)
        .toList();
  }
}
