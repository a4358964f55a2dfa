package dev.rollcall.apply;

import dev.rollcall.model.Roster;

/**
 * What a run stands on beside its journal.
 *
 * @param seen the workspace as this attempt has seen it before anything was sent: people with what
 *     they hold, as far as the plan has to do with it
 * @param lastLook what is looked at once more before anything is taken
 */
public record Ground(Roster seen, LastLook lastLook) {

  /** A workspace of which nothing need be known. */
  public static final Ground NONE = new Ground(Roster.EMPTY, LastLook.NONE);
}
