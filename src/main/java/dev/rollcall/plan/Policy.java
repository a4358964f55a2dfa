package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What to do about people who join, leave, are absent, or hold more than the records say.
 *
 * @param invite false where people join by single sign-on
 * @param removeAfter with {@code left: SUSPEND}: removed so long after the suspension
 * @param reinviteAfter how long an invitation is waited for before it is sent again; empty for
 *     never
 * @param reinviteLimit how often it is sent again at most
 */
public record Policy(
    boolean invite,
    Leaving left,
    Optional<Duration> removeAfter,
    Leaving absent,
    Extra extra,
    Optional<Duration> reinviteAfter,
    int reinviteLimit) {

  /** What becomes of an account that should not be there. */
  public enum Leaving {
    /** Only said. */
    REPORT,
    /** All access is taken, the account stays. */
    SUSPEND,
    /** The account is deleted. */
    REMOVE
  }

  /** What becomes of rights beyond the roster, within what is managed. */
  public enum Extra {
    /** Taken away. */
    REVOKE,
    /** Left. */
    KEEP
  }

  /** Checks. */
  public Policy {
    requireNonNull(left, "left");
    requireNonNull(removeAfter, "removeAfter");
    requireNonNull(absent, "absent");
    requireNonNull(extra, "extra");
    requireNonNull(reinviteAfter, "reinviteAfter");
  }

  /** The documented defaults. */
  public static Policy defaults() {
    return new Policy(
        true, Leaving.SUSPEND, Optional.empty(), Leaving.REPORT, Extra.REVOKE, Optional.empty(), 1);
  }
}
