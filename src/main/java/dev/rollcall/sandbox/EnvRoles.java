package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the {@code env_roles} of an invitation or update and refuses what does not exist. */
final class EnvRoles {
  private static final String NOTHING = "noaccess";

  private final SandboxTenant tenant;

  EnvRoles(SandboxTenant tenant) {
    this.tenant = tenant;
  }

  /** The roles by environment; one that is to be taken away reads {@link Shapes#NO_ACCESS}. */
  Map<String, String> read(JsonNode array) {
    Map<String, String> roles = new LinkedHashMap<>();
    for (JsonNode each : array) {
      if (!each.isObject()) {
        throw Refusal.badRequest();
      }
      String environment = each.path("environment_type").asString("");
      if (tenant.store().environments.find(environment).isEmpty()) {
        throw Refusal.invalid("Environment " + environment + " not found");
      }
      roles.put(environment, role(each));
    }
    return roles;
  }

  /** A role that is asked for as one of the other permission model does not exist. */
  private String role(JsonNode each) {
    String name = each.path("name").asString("");
    if (isNoAccess(name)) {
      return Shapes.NO_ACCESS;
    }
    String type = each.path("role_type").asString("");
    RoleModel model = tenant.store().model();
    if (!(type.isEmpty() ? RoleModel.LEGACY.roleType() : type).equals(model.roleType())) {
      throw notFound(name);
    }
    return known(name);
  }

  /** A role that there is, by its name alone. */
  String known(String name) {
    Store store = tenant.store();
    Optional<String> known =
        switch (store.model()) {
          case RBAC -> new WireRoleNames(store, tenant.behaviour()).environmentRole(name);
          case LEGACY -> Optional.of(name).filter(store::hasRole);
        };
    return known.orElseThrow(() -> notFound(name));
  }

  static Refusal notFound(String name) {
    return Refusal.invalid("Role " + name + " not found");
  }

  private boolean isNoAccess(String name) {
    String spelling = tenant.behaviour().of(Switch.NO_ACCESS_SPELLING);
    return spelling.equals("any")
        ? name.replaceAll("[ _]", "").toLowerCase(Locale.ROOT).equals(NOTHING)
        : name.equals(spelling);
  }
}
