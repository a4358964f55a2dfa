package dev.rollcall.apply;

/**
 * What became of one operation, without what it was to do: enough to count, and known of any run,
 * whichever version planned it.
 *
 * @param subject the person or group it is for
 * @param attempts how often it was sent
 */
public record OperationResult(
    String subject, OperationState state, Verification verification, int attempts) {

  /** Whether the workspace accepted it, or needed nothing. */
  public boolean isDone() {
    return state.isDone();
  }

  /** Whether the workspace is not as it wants it, as far as is known. */
  public boolean isUndone() {
    return !isDone() || verification == Verification.DIFFERS;
  }

  /** Whether a rerun is for it: undone, and neither put off by us nor held for a decision. */
  public boolean isLeftOver() {
    return isUndone() && state != OperationState.HELD && !isDeferredByUs();
  }

  /** Whether a rule of ours puts it off, such as a missing seat; the workspace was not asked. */
  public boolean isDeferredByUs() {
    return state == OperationState.DEFERRED && attempts == 0;
  }

  /** Whether nothing more happens to it, however often its run is gone on with. */
  public boolean isOver() {
    return state.isOver() && state != OperationState.IN_DOUBT;
  }
}
