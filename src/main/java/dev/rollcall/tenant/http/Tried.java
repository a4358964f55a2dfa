package dev.rollcall.tenant.http;

import static java.util.Objects.requireNonNull;

/**
 * How a call ended, and after how many attempts; none where it was stopped while waiting for its
 * turn.
 */
public record Tried<T>(Attempt<T> last, int attempts) {

  /** Checks. */
  public Tried {
    requireNonNull(last, "last");
  }
}
