package dev.rollcall.target;

/** A kind of request that carries many items, and whose behaviour has to be found out. */
public enum BatchKind {
  /** Members are added to a group. */
  ADD_MEMBERS,
  /** Members are taken out of a group. */
  REMOVE_MEMBERS,
  /** Project roles are given on a project. */
  GRANT_PROJECT_ROLES,
  /** Environment roles of one person are set. */
  SET_ENVIRONMENT_ROLES
}
