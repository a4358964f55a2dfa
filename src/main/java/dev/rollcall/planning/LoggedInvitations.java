package dev.rollcall.planning;

import dev.rollcall.plan.Invitation;
import java.util.List;
import java.util.Optional;

/**
 * What the workspace's own log tells of invitations, newest of each person.
 *
 * @param all none where it was not asked, or could not be read
 */
public record LoggedInvitations(List<Invitation> all, Reading reading) {

  /** How the log was read. */
  public enum Reading {
    /** Up to now. */
    READ,
    /** Not at all: what it might tell does not matter, or the job file says that it is nothing. */
    SPARED,
    /** It could not be, though it was before: whom others have invited since is not known. */
    REFUSED,
    /** It could not be, and never was: nobody can tell who is invited. */
    NEVER
  }

  /** Copies. */
  public LoggedInvitations {
    all = List.copyOf(all);
  }

  /** A log that need not be read. */
  static LoggedInvitations spared() {
    return new LoggedInvitations(List.of(), Reading.SPARED);
  }

  /**
   * What came of reading it.
   *
   * @param refused what it is where it could not be read
   */
  static LoggedInvitations read(Optional<List<Invitation>> told, Reading refused) {
    return told.map(all -> new LoggedInvitations(all, Reading.READ))
        .orElseGet(() -> new LoggedInvitations(List.of(), refused));
  }

  /** Whether all who matter are known as far as anybody can tell. */
  public boolean isComplete() {
    return reading == Reading.READ || reading == Reading.SPARED;
  }
}
