package dev.rollcall.apply;

import dev.rollcall.plan.PlannedOperation;
import java.time.Instant;
import java.util.Optional;

/**
 * What the journal knows of one operation.
 *
 * @param attempts how often it was sent
 * @param message why it is as it is, for people; the rule's name where it is held
 * @param sentAt when it was sent last
 * @param changedAt when its state changed last
 */
public record OperationRecord(
    PlannedOperation planned,
    OperationState state,
    Verification verification,
    int attempts,
    String message,
    Optional<Instant> sentAt,
    Instant changedAt) {

  /** What became of it. */
  public OperationResult result() {
    return new OperationResult(
        planned.operation().assignee().label(), state, verification, attempts);
  }

  /** Whether a rule of ours puts it off. */
  public boolean isDeferredByUs() {
    return result().isDeferredByUs();
  }
}
