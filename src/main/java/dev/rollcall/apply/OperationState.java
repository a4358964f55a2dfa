package dev.rollcall.apply;

import dev.rollcall.tenant.Outcome;

/** Where an operation stands in the journal. The names are part of the report's format. */
public enum OperationState {
  /** To be sent. */
  PENDING,
  /** On its way: the answer is not known yet. */
  SENT,
  /** The workspace accepted it. */
  APPLIED,
  /** Nothing had to be done. */
  ALREADY_SO,
  /** A rule of the workspace forbids it for now. */
  DEFERRED,
  /** The workspace said no. */
  REFUSED,
  /** The workspace said that all is well, and did nothing. */
  IGNORED,
  /** What it needs did not come about. */
  BLOCKED,
  /** It did not work, and certainly did not happen. */
  FAILED,
  /** Sent without a usable answer: it may have happened. */
  IN_DOUBT,
  /** A safety rule held it back. */
  HELD,
  /** What it was planned on has moved since. */
  STALE;

  /** Whether the workspace is as the operation wants it, as far as its answer goes. */
  public boolean isDone() {
    return this == APPLIED || this == ALREADY_SO;
  }

  /** Whether the operation is over for this run. */
  public boolean isOver() {
    return this != PENDING && this != SENT;
  }

  /** The state that an outcome leads to. */
  public static OperationState after(Outcome outcome) {
    if (outcome instanceof Outcome.Applied) {
      return APPLIED;
    }
    if (outcome instanceof Outcome.AlreadySo) {
      return ALREADY_SO;
    }
    if (outcome instanceof Outcome.Deferred) {
      return DEFERRED;
    }
    if (outcome instanceof Outcome.Refused) {
      return REFUSED;
    }
    if (outcome instanceof Outcome.Ignored) {
      return IGNORED;
    }
    if (outcome instanceof Outcome.Blocked) {
      return BLOCKED;
    }
    if (outcome instanceof Outcome.NotSent) {
      return PENDING;
    }
    return ((Outcome.Failed) outcome).inDoubt() ? IN_DOUBT : FAILED;
  }

  /**
   * That of an operation that nothing was done about: what is held back, put off, or to be sent.
   */
  public static OperationState unsent(boolean held, boolean deferred) {
    return held ? HELD : deferred ? DEFERRED : PENDING;
  }
}
