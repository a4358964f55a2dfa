package dev.rollcall.plan;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rollcall.model.Environment;
import dev.rollcall.model.Naming;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names a workspace offers, as they are matched (see {@link Naming}).
 *
 * @param environments all that are known: those with a token and those seen in member rows
 * @param reachable those with a token: only there can project roles be changed
 * @param groups those that can be managed; system groups are not among them
 * @param systemGroups the built-in ones, never managed
 * @param projects the project names of each reachable environment
 * @param ambiguousProjects names that occur more than once in an environment: not usable
 * @param spelled those that the workspace spells otherwise, or has several of
 */
public record Catalogue(
    Set<Environment> environments,
    Set<Environment> reachable,
    Set<String> environmentRoles,
    Set<String> projectRoles,
    Set<String> groups,
    Set<String> systemGroups,
    Map<Environment, Set<String>> projects,
    Map<Environment, Set<String>> ambiguousProjects,
    List<Spelled> spelled) {

  /** Copies. */
  public Catalogue {
    environments = Set.copyOf(environments);
    reachable = Set.copyOf(reachable);
    environmentRoles = tidy(environmentRoles);
    projectRoles = tidy(projectRoles);
    groups = tidy(groups);
    systemGroups = tidy(systemGroups);
    projects = tidy(projects);
    ambiguousProjects = tidy(ambiguousProjects);
    spelled = List.copyOf(spelled);
  }

  /** One in which every name is spelled as it is matched. */
  public Catalogue(
      Set<Environment> environments,
      Set<Environment> reachable,
      Set<String> environmentRoles,
      Set<String> projectRoles,
      Set<String> groups,
      Set<String> systemGroups,
      Map<Environment, Set<String>> projects,
      Map<Environment, Set<String>> ambiguousProjects) {
    this(
        environments,
        reachable,
        environmentRoles,
        projectRoles,
        groups,
        systemGroups,
        projects,
        ambiguousProjects,
        List.of());
  }

  private static Set<String> tidy(Set<String> names) {
    return names.stream().map(Naming::tidy).collect(toUnmodifiableSet());
  }

  private static Map<Environment, Set<String>> tidy(Map<Environment, Set<String>> names) {
    return names.entrySet().stream()
        .collect(toUnmodifiableMap(Map.Entry::getKey, each -> tidy(each.getValue())));
  }

  /** The name of a kind, where there are several of it. */
  Optional<Spelled> ambiguous(String kind, String name) {
    return spelled.stream()
        .filter(Spelled::isAmbiguous)
        .filter(each -> each.kind().equals(kind) && each.name().equals(name))
        .findFirst();
  }
}
