package dev.rollcall.plan;

/**
 * Kinds of operations that this run leaves out, by flags of the command line.
 *
 * @param invites false: nobody is invited
 * @param changes false: nobody's rights are added to or changed
 * @param removals false: nothing is revoked, suspended or removed
 */
public record OperationSwitches(boolean invites, boolean changes, boolean removals) {

  /** Nothing is left out. */
  public static final OperationSwitches ALL_ON = new OperationSwitches(true, true, true);

  /** The same, taking nothing. */
  public OperationSwitches withoutRemovals() {
    return new OperationSwitches(invites, changes, false);
  }
}
