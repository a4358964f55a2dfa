package dev.rollcall.plan;

/** A barrier in applying: everything of one stage is over before the next begins. */
public enum Stage {
  /** Groups are created and given their project roles. */
  GROUPS,
  /** Whatever gives access. */
  ADDITIONS,
  /** Whatever takes access from people who stay. */
  REVOCATIONS,
  /** Leavers and orphans. */
  REMOVALS
}
