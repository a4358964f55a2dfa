package dev.rollcall.source.gather;

/** What happens where two rows contradict each other about one person. */
public enum OnConflict {
  /** It is a problem naming both cells, and the person is held. */
  PROBLEM,
  /** The first source, in the order of the job file, is right; within a source the first row. */
  FIRST
}
