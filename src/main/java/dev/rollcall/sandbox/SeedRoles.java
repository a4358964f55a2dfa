package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The roles of a seed, by the model it names, and who holds them. */
final class SeedRoles {
  private final Seed seed;
  private final Store store;
  private final Ids ids;
  private final SeedProblems problems;
  private final Instant now;
  private final RoleModel model;

  SeedRoles(Seed seed, Store store, Ids ids, SeedProblems problems, Instant now) {
    this.seed = seed;
    this.store = store;
    this.ids = ids;
    this.problems = problems;
    this.now = now;
    this.model = RoleModel.named(seed.model());
  }

  /** Fills in the roles themselves; environments and projects are there. */
  void load() {
    otherModel();
    store.model(model);
    switch (model) {
      case RBAC -> newRoles();
      case LEGACY -> legacyRoles();
    }
  }

  private void newRoles() {
    NewRoles roles = new NewRoles(store, ids, now);
    roles.supply();
    seed.environmentRoles()
        .forEach(each -> roles.environmentRole(each.name(), each.type(), each.config()));
    seed.projectRoles().forEach(each -> roles.projectRole(each.name(), each.type(), each.config()));
  }

  private void legacyRoles() {
    for (int i = 0; i < seed.roles().size(); i++) {
      Seed.LegacyRole role = seed.roles().get(i);
      String place = "roles[" + i + "]";
      problems.required(place + ".name", role.name());
      if (store.hasRole(role.name())) {
        problems.add(place + ".name", "'" + role.name() + "' is there twice");
      }
      List<Long> folders = new ArrayList<>();
      for (String target : role.projects()) {
        List<StoredRow.Project> projects = projects(target);
        if (projects.isEmpty()) {
          problems.known(place + ".projects", "project", target, projectNames());
        }
        projects.forEach(project -> folders.add(project.folderId()));
      }
      StoredRow.LegacyRole row =
          new StoredRow.LegacyRole(
              ids.legacyRole(), role.name(), folders, role.privileges(), now, now);
      store.put(store.legacyRoles, row.key(), row);
    }
  }

  /** What the seed names must be of its model. */
  private void otherModel() {
    Map<String, Boolean> named =
        model == RoleModel.RBAC
            ? Map.of("roles", !seed.roles().isEmpty())
            : new TreeMap<>(
                Map.of(
                    "environment-roles", !seed.environmentRoles().isEmpty(),
                    "project-roles", !seed.projectRoles().isEmpty(),
                    "groups", !seed.groups().isEmpty()));
    named.forEach(
        (part, isThere) -> {
          if (isThere) {
            problems.add(part, "a workspace with the model '" + model.key() + "' has none");
          }
        });
  }

  /** The roles that somebody holds, by environment. */
  Map<String, String> held(String place, Map<String, String> roles) {
    Map<String, String> held = new LinkedHashMap<>(roles);
    held.values().removeIf(Shapes.NO_ACCESS::equals);
    held.forEach(
        (environment, role) -> {
          problems.known(
              place + ".roles", "environment", environment, store.environments.byKey().keySet());
          if (!store.hasRole(role)) {
            problems.known(
                place + ".roles." + environment, "environment role", role, environmentRoleNames());
          }
        });
    return held;
  }

  /** Grants for {@code Project@environment} or {@code Project} in every environment with it. */
  void grant(String place, String assignee, Map<String, String> roles) {
    roles.forEach(
        (target, role) -> {
          Optional<StoredRow.Role> found = store.projectRolesByName.first(role);
          List<StoredRow.Project> projects = projects(target);
          if (projects.isEmpty()) {
            problems.known(place + ".projects", "project", target, projectNames());
          }
          if (found.isEmpty()) {
            problems.known(place + ".projects." + target, "project role", role, projectRoleNames());
          } else {
            projects.forEach(project -> grant(place, project, found.get(), assignee));
          }
        });
  }

  private void grant(
      String place, StoredRow.Project project, StoredRow.Role role, String assignee) {
    if (store.grantsByBoth.count(project.id() + " " + assignee) > 0) {
      problems.add(
          place + ".projects",
          "'" + project.name() + "@" + project.environment() + "' is given two roles");
    }
    StoredRow.Grant grant = new StoredRow.Grant(ids.grant(), project.id(), role.id(), assignee);
    store.put(store.grants, grant.id(), grant);
  }

  /** Where a name with an environment is the name of another project too, the former is meant. */
  private List<StoredRow.Project> projects(String target) {
    List<StoredRow.Project> inOne =
        projects(project -> target.equals(project.name() + "@" + project.environment()));
    return inOne.isEmpty() ? projects(project -> target.equals(project.name())) : inOne;
  }

  private List<StoredRow.Project> projects(Predicate<StoredRow.Project> which) {
    return store.projects.rows().stream().filter(which).toList();
  }

  private List<String> environmentRoleNames() {
    List<String> names = new ArrayList<>(model.systemRoles());
    store.environmentRoles.rows().stream()
        .filter(role -> !role.type().equals("system"))
        .forEach(role -> names.add(role.name()));
    store.legacyRoles.rows().forEach(role -> names.add(role.name()));
    return names;
  }

  private List<String> projectRoleNames() {
    return store.projectRoles.rows().stream().map(StoredRow.Role::name).toList();
  }

  private Set<String> projectNames() {
    Set<String> names = new LinkedHashSet<>();
    store.projects.rows().forEach(each -> names.add(each.name() + "@" + each.environment()));
    return names;
  }
}
