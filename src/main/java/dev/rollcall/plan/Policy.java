package dev.rollcall.plan;

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
 * @param direction whether anything may be taken at all
 * @param names what becomes of what people who are there are called
 */
public record Policy(
    boolean invite,
    Leaving left,
    Optional<Duration> removeAfter,
    Leaving absent,
    Extra extra,
    Optional<Duration> reinviteAfter,
    int reinviteLimit,
    Direction direction,
    Names names) {

  /** What becomes of an account that should not be there. */
  public enum Leaving {
    /** Only said. */
    REPORT,
    /** Groups and roles on projects are taken; the account stays, with its way in. */
    MEMBERSHIPS,
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

  /** What becomes of what people who are there are called. */
  public enum Names {
    /** It stays. */
    LEAVE_ALONE,
    /** It follows the records. */
    KEEP_UP
  }

  /** Which way a plan may go. */
  public enum Direction {
    /** People come and go, gain and lose. */
    BOTH,
    /** People gain and lose, but only others bring them in and take them out. */
    MEMBERSHIPS_ONLY,
    /**
     * The records are about some people alone, who come or gain: whoever is not in them is no
     * concern of theirs, and nobody loses anything.
     */
    ADDITIONS_ONLY
  }

  /** One that goes both ways. */
  public Policy(
      boolean invite,
      Leaving left,
      Optional<Duration> removeAfter,
      Leaving absent,
      Extra extra,
      Optional<Duration> reinviteAfter,
      int reinviteLimit) {
    this(
        invite,
        left,
        removeAfter,
        absent,
        extra,
        reinviteAfter,
        reinviteLimit,
        Direction.BOTH,
        Names.LEAVE_ALONE);
  }

  /** The same where people's names are treated so. */
  public Policy with(Names other) {
    return new Policy(
        invite, left, removeAfter, absent, extra, reinviteAfter, reinviteLimit, direction, other);
  }

  /** The same for some people who are brought in: nobody is absent, and nothing is taken. */
  public Policy additionsOnly() {
    return new Policy(
        invite,
        Leaving.REPORT,
        Optional.empty(),
        Leaving.REPORT,
        Extra.KEEP,
        reinviteAfter,
        reinviteLimit,
        Direction.ADDITIONS_ONLY,
        Names.LEAVE_ALONE);
  }

  /** The same where only others bring people in and take them out. */
  public Policy membershipsOnly() {
    return new Policy(
        false,
        kept(left),
        Optional.empty(),
        kept(absent),
        extra,
        Optional.empty(),
        reinviteLimit,
        Direction.MEMBERSHIPS_ONLY,
        Names.LEAVE_ALONE);
  }

  private static Leaving kept(Leaving leaving) {
    return leaving == Leaving.REPORT ? Leaving.REPORT : Leaving.MEMBERSHIPS;
  }

  /** Whether people's accounts are for others to give and take. */
  boolean leavesPeopleAlone() {
    return direction == Direction.MEMBERSHIPS_ONLY;
  }

  /** Whether nothing may be taken. */
  public boolean onlyAdds() {
    return direction == Direction.ADDITIONS_ONLY;
  }
}
