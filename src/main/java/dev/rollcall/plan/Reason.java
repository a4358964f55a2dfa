package dev.rollcall.plan;

/** Why an operation is planned. */
public enum Reason {
  /** New to the workspace, or back after a suspension. */
  JOINER,
  /** The records now say something else. */
  MOVER,
  /** Has left, or is in no roster and the policy says so. */
  LEAVER,
  /** A group's own description or rights differ from the job file. */
  DRIFT,
  /** Somebody has decided so, looking at who can do what. */
  REVIEW
}
