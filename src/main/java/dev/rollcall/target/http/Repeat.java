package dev.rollcall.target.http;

/** When a call may be made again without asking anybody. */
public enum Repeat {
  /** Whenever it failed for a passing cause: for reading. */
  FREELY,
  /** Where it was not made, or the server was too busy to look at it: for changes. */
  WHEN_NOT_DONE,
  /** Where it was not made: for what must not happen twice and has quota rules of its own. */
  WHEN_NOT_SENT;

  /** Whether an attempt that ended so may be repeated. */
  boolean after(Attempt<?> attempt) {
    if (attempt instanceof Attempt.NotSent) {
      return true;
    }
    if (attempt instanceof Attempt.NoAnswer) {
      return this == FREELY;
    }
    if (attempt instanceof Attempt.Rejected<?> rejected) {
      return switch (rejected.status()) {
        case 429 -> this != WHEN_NOT_SENT;
        case 500, 502, 503, 504 -> this == FREELY;
        default -> false;
      };
    }
    return false;
  }
}
