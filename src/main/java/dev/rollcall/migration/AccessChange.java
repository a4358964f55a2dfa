package dev.rollcall.migration;

/** What a migration does to somebody's access in one place. */
public enum AccessChange {
  /** They can do what they could. */
  SAME,
  /** They can do more. */
  GAINS,
  /** They can do less. */
  LOSES,
  /** Something else, which only people can compare. */
  DIFFERS,
  /** Nobody can tell yet. */
  UNKNOWN
}
