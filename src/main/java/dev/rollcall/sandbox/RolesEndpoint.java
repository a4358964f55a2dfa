package dev.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** {@code /api/environment_roles} or {@code /api/project_roles}: five calls each, alike. */
final class RolesEndpoint {

  /** What the two kinds of roles differ in. */
  private record Kind(
      String wrapper,
      Table<StoredRow.Role> table,
      Table.Index<StoredRow.Role> byName,
      Supplier<String> nextId,
      Holding holding) {}

  /** Who holds the roles of a kind. */
  interface Holding {

    long holders(StoredRow.Role role);

    /** They hold it by its new name from now on. */
    void renamed(StoredRow.Role role, String name);

    /** They hold it no more. */
    void deleted(StoredRow.Role role);
  }

  private final SandboxTenant tenant;
  private final Kind kind;
  private final NameRules names;

  private RolesEndpoint(SandboxTenant tenant, Kind kind) {
    this.tenant = tenant;
    this.kind = kind;
    this.names = new NameRules(tenant);
  }

  static RolesEndpoint environmentRoles(SandboxTenant tenant) {
    Store store = tenant.store();
    return new RolesEndpoint(
        tenant,
        new Kind(
            "environment_role",
            store.environmentRoles,
            store.environmentRolesByName,
            tenant.ids()::environmentRole,
            new HeldInEnvironments(store)));
  }

  static RolesEndpoint projectRoles(SandboxTenant tenant) {
    Store store = tenant.store();
    return new RolesEndpoint(
        tenant,
        new Kind(
            "project_role",
            store.projectRoles,
            store.projectRolesByName,
            tenant.ids()::projectRole,
            new HeldOnProjects(store)));
  }

  Answer list(ApiCall call) {
    List<StoredRow.Role> rows =
        kind.table().rows().stream().filter(role -> names.wanted(call, role.name())).toList();
    return Paging.bracketed(call, rows, this::shape);
  }

  /** A single role, which unlike the list shows its {@code config}. */
  Answer get(ApiCall call) {
    return Answer.data(whole(find(call)));
  }

  Answer create(ApiCall call) {
    JsonNode body = call.wrapped(kind.wrapper());
    String name = names.free(body.path("name").asString(""), kind.byName(), Optional.empty());
    StoredRow.Role role =
        new StoredRow.Role(
            kind.nextId().get(),
            name,
            "custom",
            tenant.is(Switch.POST_ROLE, "drops-config") ? Map.of() : config(body, Map.of()),
            tenant.now());
    tenant.store().put(kind.table(), role.id(), role);
    log("created", role);
    return Answer.data(whole(role));
  }

  Answer update(ApiCall call) {
    StoredRow.Role role = custom(call);
    JsonNode body = call.wrapped(kind.wrapper());
    String name =
        names.free(body.path("name").asString(role.name()), kind.byName(), Optional.of(role));
    boolean isRenamed = !name.equals(role.name());
    if (isRenamed
        && tenant.is(Switch.RENAME_HELD_ROLE, "refused")
        && kind.holding().holders(role) > 0) {
      throw Refusal.invalid("Role is assigned to collaborators");
    }
    StoredRow.Role changed =
        new StoredRow.Role(role.id(), name, role.type(), changed(body, role), tenant.now());
    if (tenant.is(Switch.PUT_ROLE, "ignored")) {
      return Answer.data(whole(changed));
    }
    if (isRenamed) {
      kind.holding().renamed(role, name);
    }
    tenant.store().put(kind.table(), changed.id(), changed);
    log("updated", changed);
    return Answer.data(whole(changed));
  }

  private Map<String, Object> changed(JsonNode body, StoredRow.Role role) {
    return switch (tenant.behaviour().of(Switch.PUT_ROLE)) {
      case "keeps-config" -> role.config();
      case "replaces" -> config(body, Map.of());
      default -> config(body, role.config());
    };
  }

  Answer delete(ApiCall call) {
    StoredRow.Role role = custom(call);
    int status = tenant.behaviour().status(Switch.DELETE_HELD_ROLE);
    if (status >= 400 && kind.holding().holders(role) > 0) {
      throw new Refusal(status, "Role is assigned to collaborators");
    }
    if (!tenant.is(Switch.DELETE_DEFINITION, "ignored")) {
      kind.holding().deleted(role);
      tenant.store().remove(kind.table(), role.id());
      log("deleted", role);
    }
    return Answer.undocumented(tenant.behaviour().of(Switch.DELETE_ANSWER));
  }

  private Map<String, Object> shape(StoredRow.Role role) {
    return SandboxJson.object(
        "id", wireId(role),
        "name", new WireRoleNames(tenant.store(), tenant.behaviour()).listed(role),
        "members_count", kind.holding().holders(role),
        "type", role.type(),
        "created_at", SandboxClock.utc(role.changed()),
        "updated_at", SandboxClock.utc(role.changed()));
  }

  private Map<String, Object> whole(StoredRow.Role role) {
    Map<String, Object> shape = shape(role);
    shape.put("config", role.config());
    return shape;
  }

  /** Environment roles have integer ids, project roles opaque ones. */
  private static Object wireId(StoredRow.Role role) {
    return role.id().startsWith("pr-") ? role.id() : (Object) Long.valueOf(role.id());
  }

  private static Map<String, Object> config(JsonNode body, Map<String, Object> standard) {
    JsonNode config = body.path("config");
    return config.isObject()
        ? SandboxJson.mapper().convertValue(config, new TypeReference<Map<String, Object>>() {})
        : standard;
  }

  private StoredRow.Role find(ApiCall call) {
    return kind.table().find(call.id()).orElseThrow(Refusal::notFound);
  }

  private StoredRow.Role custom(ApiCall call) {
    StoredRow.Role role = find(call);
    if (!role.custom()) {
      throw Refusal.forbidden("System role cannot be changed");
    }
    return role;
  }

  private void log(String what, StoredRow.Role role) {
    tenant.log(
        kind.wrapper() + "_" + what,
        SandboxJson.object("id", wireId(role), "name", role.name(), "type", "PrivilegeGroup"));
  }
}
