package dev.rollcall.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the records speak about: only that may be changed. What nobody mentions is not managed.
 *
 * @param environments whose role a rule names: managed for everybody in a roster
 * @param groups named by a rule or under {@code groups:}: membership managed for everybody in a
 *     roster
 * @param projects as {@code project@environment}, named by a rule: managed for everybody in a
 *     roster
 * @param columns for each person, which list columns the sources of their rows have
 * @param groupsWithProjects the groups whose own project roles are declared
 * @param ended for some people, the environments in which a role was given until a day that is over
 */
public record Managed(
    Set<Environment> environments,
    Set<String> groups,
    Set<String> projects,
    Map<Email, EnumSet<Column>> columns,
    Set<String> groupsWithProjects,
    Map<Email, Set<Environment>> ended) {

  /** A list column that a source can have. */
  public enum Column {
    /** Group memberships are stated, a blank cell meaning none. */
    GROUPS,
    /** Project roles are stated, a blank cell meaning none. */
    PROJECTS
  }

  /** Copies the sets; the map is taken as it is, for it is large. */
  public Managed {
    environments = Set.copyOf(environments);
    groups = Set.copyOf(groups);
    projects = Set.copyOf(projects);
    groupsWithProjects = Set.copyOf(groupsWithProjects);
    ended = Map.copyOf(ended);
  }

  /** Without roles that have ended. */
  public Managed(
      Set<Environment> environments,
      Set<String> groups,
      Set<String> projects,
      Map<Email, EnumSet<Column>> columns,
      Set<String> groupsWithProjects) {
    this(environments, groups, projects, columns, groupsWithProjects, Map.of());
  }

  /**
   * Whether what is held on this target may be changed for this person.
   *
   * @param desired the person's desired side; an environment role is managed where a cell states
   *     one ({@code No access} included), or stated one until a day that is over
   */
  public boolean covers(Member desired, Entitlement held) {
    if (held instanceof Entitlement.EnvironmentRole role) {
      return environments.contains(role.environment())
          || desired.onTargetOf(role).isPresent()
          || ended.getOrDefault(desired.email(), Set.of()).contains(role.environment());
    }
    if (held instanceof Entitlement.GroupMembership membership) {
      return groups.contains(membership.group()) || has(desired.email(), Column.GROUPS);
    }
    return projects.contains(held.target()) || has(desired.email(), Column.PROJECTS);
  }

  private boolean has(Email email, Column column) {
    EnumSet<Column> present = columns.get(email);
    return present != null && present.contains(column);
  }
}
