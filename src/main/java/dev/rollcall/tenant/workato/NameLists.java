package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Scope;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The lists of names, in the making: each is read by one lane, and can be found in the index from
 * then on.
 */
final class NameLists {

  private final CompleteLists lists;
  private final WorkatoIndex index;
  private final ModelDetection model;
  private final Map<Environment, List<ProjectRow>> projects = new ConcurrentHashMap<>();
  private volatile List<NamedRow> environmentRoles = List.of();
  private volatile List<NamedRow> projectRoles = List.of();
  private volatile List<GroupRow> groups = List.of();

  /** Nothing was read yet; what the index knows of a former reading is forgotten. */
  NameLists(CompleteLists lists, WorkatoIndex index, ModelDetection model) {
    this.lists = lists;
    this.index = index;
    this.model = model;
    index.clear();
  }

  void readEnvironmentRoles() {
    environmentRoles(lists.environmentRoles(model::takeFirstRoles));
  }

  /** Those of the older model, with the ones that every workspace has. */
  void readLegacyRoles() {
    List<NamedRow> custom = lists.legacyRoles(model::takeFirstRoles);
    Set<String> listed = custom.stream().map(NamedRow::name).collect(toSet());
    environmentRoles(
        Stream.concat(
                WorkatoVocabulary.LEGACY_SYSTEM_ROLES.stream()
                    .filter(name -> !listed.contains(name))
                    .map(name -> new NamedRow(Id.NONE, name)),
                custom.stream())
            .toList());
  }

  private void environmentRoles(List<NamedRow> rows) {
    environmentRoles = rows;
    rows.forEach(row -> index.environmentRole(row.name(), row.id()));
  }

  void readProjectRoles() {
    projectRoles = lists.projectRoles();
    projectRoles.forEach(row -> index.projectRole(row.name(), row.id()));
  }

  void readGroups() {
    groups = lists.groups();
    groups.forEach(row -> index.group(row.name(), row.id()));
    groups.stream().filter(GroupRow::system).forEach(row -> index.builtIn(row.name()));
  }

  void readProjects(Environment environment) {
    List<ProjectRow> rows = lists.projects(environment);
    projects.put(environment, rows);
    WorkatoCatalogue.unambiguous(rows)
        .forEach(row -> index.project(row.name(), environment, row.id()));
  }

  /** Reads what the roles of a kind let people do that the job declares. */
  void readDefinitions(RoleKind kind, Scope scope, Consumer<RoleDefinition> found) {
    List<NamedRow> rows = kind == RoleKind.ENVIRONMENT ? environmentRoles : projectRoles;
    for (NamedRow row : rows) {
      Resource role = Resource.of(kind.kind(), row.name());
      if (row.id().exists() && scope.declares(role) && !WorkatoCatalogue.isOfTheVendor(row)) {
        found.accept(RoleDefinition.of(role, lists.role(kind, row.id())));
      }
    }
  }

  /** The same in the older model: which projects each role is for. */
  void readLegacyDefinitions(Scope scope, Consumer<RoleDefinition> found) {
    for (LegacyRoleRow row : lists.legacyRoleRows()) {
      Resource role = Resource.of(WorkatoVocabulary.ENVIRONMENT_ROLE, row.name());
      if (scope.declares(role)) {
        found.accept(
            new RoleDefinition(
                role, Definition.of(DefinedLegacyRole.config(row)), OptionalInt.empty()));
      }
    }
  }

  /** What was read so far. */
  WorkatoCatalogue catalogue() {
    return new WorkatoCatalogue(
        model.vocabulary(), environmentRoles, projectRoles, groups, new HashMap<>(projects));
  }
}
