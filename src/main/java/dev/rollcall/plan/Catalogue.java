package dev.rollcall.plan;

import dev.rollcall.model.Environment;
import java.util.Map;
import java.util.Set;

/**
 * The names a workspace offers, exactly as it spells them.
 *
 * @param environments all that are known: those with a token and those seen in member rows
 * @param reachable those with a token: only there can project roles be changed
 * @param groups those that can be managed; system groups are not among them
 * @param systemGroups the built-in ones, never managed
 * @param projects the project names of each reachable environment
 * @param ambiguousProjects names that occur more than once in an environment: not usable
 */
public record Catalogue(
    Set<Environment> environments,
    Set<Environment> reachable,
    Set<String> environmentRoles,
    Set<String> projectRoles,
    Set<String> groups,
    Set<String> systemGroups,
    Map<Environment, Set<String>> projects,
    Map<Environment, Set<String>> ambiguousProjects) {

  /** Copies. */
  public Catalogue {
    environments = Set.copyOf(environments);
    reachable = Set.copyOf(reachable);
    environmentRoles = Set.copyOf(environmentRoles);
    projectRoles = Set.copyOf(projectRoles);
    groups = Set.copyOf(groups);
    systemGroups = Set.copyOf(systemGroups);
    projects = Map.copyOf(projects);
    ambiguousProjects = Map.copyOf(ambiguousProjects);
  }
}
