package dev.rollcall.model;

/** Where a person stands, on either side. */
public enum Status {
  /** Belongs in the workspace, or is a member who holds something. */
  ACTIVE,
  /** Actual side: invited, not yet accepted. */
  INVITED,
  /** Actual side: a member without any access. */
  SUSPENDED,
  /** Desired side: has left; access is to be taken away. */
  LEFT,
  /** Desired side: starts later; not invited yet, and left alone if present. */
  FUTURE
}
