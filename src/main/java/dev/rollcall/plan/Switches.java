package dev.rollcall.plan;

/**
 * Kinds of operations that this run leaves out, by flags of the command line.
 *
 * @param invites false: nobody is invited
 * @param changes false: nobody's rights are added to or changed
 * @param removals false: nothing is revoked, suspended or removed
 */
public record Switches(boolean invites, boolean changes, boolean removals) {

  /** Nothing is left out. */
  public static final Switches ALL_ON = new Switches(true, true, true);

  /** The same, taking nothing. */
  public Switches withoutRemovals() {
    return new Switches(invites, changes, false);
  }
}
