package dev.rollcall.tenant;

import dev.rollcall.model.Resource;

/**
 * Something that an errand takes, and whether credentials allow it.
 *
 * @param place whose credentials
 * @param call as the vendor's pages write it
 * @param tick where to allow it, in the words of the vendor's screen
 * @param detail what the answer was, or what goes without it; empty where there is nothing to add
 */
public record Privilege(Resource place, String call, String tick, State state, String detail) {

  /** What is known of it. */
  public enum State {
    /** It is there. */
    GRANTED,
    /** It is not, and nothing goes without it. */
    MISSING,
    /** It is not, and it can be done without. */
    SPARED,
    /** It was asked for, and the answer says neither. */
    UNTOLD,
    /** It changes something, so that only doing it would tell. */
    UNASKABLE
  }
}
