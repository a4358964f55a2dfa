package dev.rollcall.target.workato;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Environment;
import dev.rollcall.plan.Catalogue;
import dev.rollcall.target.workato.payload.GroupRow;
import dev.rollcall.target.workato.payload.NamedRow;
import dev.rollcall.target.workato.payload.ProjectRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the workspace offers, by name: read once a snapshot, and kept for reading back. */
record Offered(
    List<NamedRow> environmentRoles,
    List<NamedRow> projectRoles,
    List<GroupRow> groups,
    Map<Environment, List<ProjectRow>> projects) {

  static Offered read(Readings readings, Collection<Environment> reachable) {
    Map<Environment, List<ProjectRow>> projects = new HashMap<>();
    List<NamedRow> environmentRoles = readings.environmentRoles();
    List<NamedRow> projectRoles = readings.projectRoles();
    List<GroupRow> groups = readings.groups();
    reachable.forEach(environment -> projects.put(environment, readings.projects(environment)));
    return new Offered(environmentRoles, projectRoles, groups, projects);
  }

  /** Makes names findable; those that occur twice are not. */
  void into(WorkatoIndex index) {
    index.clear();
    projectRoles.forEach(row -> index.projectRole(row.name(), row.id()));
    groups.forEach(row -> index.group(row.name(), row.id()));
    projects.forEach(
        (environment, rows) -> {
          Set<String> ambiguous = twice(rows.stream().map(ProjectRow::name).toList());
          rows.stream()
              .filter(row -> !ambiguous.contains(row.name()))
              .forEach(row -> index.project(row.name(), environment, row.id()));
        });
  }

  Catalogue catalogue(Collection<ActualMember> members) {
    Set<Environment> environments = new HashSet<>(projects.keySet());
    for (ActualMember member : members) {
      member.roles().stream().map(EnvironmentRole::environment).forEach(environments::add);
    }
    Map<Environment, Set<String>> names = new HashMap<>();
    Map<Environment, Set<String>> ambiguous = new HashMap<>();
    projects.forEach(
        (environment, rows) -> {
          List<String> all = rows.stream().map(ProjectRow::name).toList();
          names.put(environment, Set.copyOf(all));
          ambiguous.put(environment, twice(all));
        });
    return new Catalogue(
        environments,
        projects.keySet(),
        environmentRoles.stream().map(NamedRow::name).collect(toSet()),
        projectRoles.stream().map(NamedRow::name).collect(toSet()),
        groups.stream().filter(row -> !row.system()).map(GroupRow::name).collect(toSet()),
        groups.stream().filter(GroupRow::system).map(GroupRow::name).collect(toSet()),
        names,
        ambiguous);
  }

  /** Groups whose name another one has as well: nobody can tell which is meant. */
  Set<String> ambiguousGroups() {
    return twice(groups.stream().map(GroupRow::name).toList());
  }

  private static Set<String> twice(List<String> names) {
    Set<String> once = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    names.stream().filter(name -> !once.add(name)).forEach(twice::add);
    return twice;
  }
}
