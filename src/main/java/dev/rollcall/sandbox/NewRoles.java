package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The roles of the newer permission model, in the making: those of the vendor, and custom ones. */
final class NewRoles {
  private static final List<String> PROJECT_ROLES =
      List.of("Project operator", "Builder", "Advanced builder", "Project admin");

  /** Whose a role can be that a seed names, the usual first. */
  static final List<String> TYPES = List.of("custom", "inheritable", "inherited");

  private final Store store;
  private final Ids ids;
  private final Instant now;

  NewRoles(Store store, Ids ids, Instant now) {
    this.store = store;
    this.ids = ids;
    this.now = now;
  }

  /** Makes what every workspace with this model has: roles, and the group of all collaborators. */
  void supply() {
    RoleModel.RBAC.systemRoles().forEach(name -> environmentRole(name, "system", Map.of()));
    PROJECT_ROLES.forEach(name -> projectRole(name, "system", Map.of()));
    String id = ids.systemGroup();
    store.put(store.groups, id, new StoredRow.Group(id, "All collaborators", "", true, now, now));
  }

  /** Whether a project role of this name is there without being made. */
  static boolean isOfTheVendor(String projectRole) {
    return PROJECT_ROLES.contains(projectRole);
  }

  void environmentRole(String name, Map<String, Object> config) {
    environmentRole(name, "custom", config);
  }

  void projectRole(String name, Map<String, Object> config) {
    projectRole(name, "custom", config);
  }

  void environmentRole(String name, String type, Map<String, Object> config) {
    String id = ids.environmentRole();
    store.put(store.environmentRoles, id, new StoredRow.Role(id, name, type, config, now));
  }

  void projectRole(String name, String type, Map<String, Object> config) {
    String id = ids.projectRole();
    store.put(store.projectRoles, id, new StoredRow.Role(id, name, type, config, now));
  }
}
