package dev.rollcall.model;

/**
 * The ways in which a roster, a rule or a group of the job file states rights. Which kind of
 * resource each of them feeds, a vendor's {@link Vocabulary} says.
 */
public enum RightsColumn {
  /** A level on each of a few resources, each with a column of its own: {@code role.dev}. */
  ROLES,
  /** A list of names: {@code groups}. */
  GROUPS,
  /** A list of names, each with a level: {@code projects}. */
  PROJECTS
}
