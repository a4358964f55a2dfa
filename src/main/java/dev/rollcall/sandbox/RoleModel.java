package dev.rollcall.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the stand-in does permissions: the newer model of the vendor, or the older one. */
enum RoleModel {
  /** Environment roles, project roles, groups. */
  RBAC("environment", List.of("Environment admin", "Environment manager", "Member")),
  /** One role in each environment. */
  LEGACY("privilege_group", List.of("Admin", "Analyst", "Operator"));

  private final String roleType;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> systemRoles;

  RoleModel(String roleType, List<String> systemRoles) {
    this.roleType = roleType;
    this.systemRoles = systemRoles;
  }

  /** The names used in seeds. */
  static List<String> keys() {
    return Stream.of(values()).map(RoleModel::key).toList();
  }

  /** The one with this name, which is known. */
  static RoleModel named(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** The name used in seeds, e.g. {@code legacy}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the API calls the type of its roles. */
  String roleType() {
    return roleType;
  }

  /** The roles for environments that the vendor supplies. */
  List<String> systemRoles() {
    return systemRoles;
  }

  /** The role that administers the workspace where it is held in the main environment. */
  String admin() {
    return systemRoles.get(0);
  }
}
