package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code /api/roles}: the custom roles of the older permission model, and only those. */
final class LegacyRolesEndpoint {
  private final SandboxTenant tenant;
  private final Store store;

  LegacyRolesEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
  }

  Answer list(ApiCall call) {
    return Paging.classic(call, List.copyOf(store.legacyRoles.rows()), LegacyRolesEndpoint::shape);
  }

  /** Changes which projects a role is for; no folders at all means all of them. */
  Answer update(ApiCall call) {
    StoredRow.LegacyRole role = find(call);
    List<Long> folders = new ArrayList<>();
    boolean isWrapped = tenant.is(Switch.LEGACY_ROLE_BODY, "wrapped");
    JsonNode body = isWrapped ? call.json().path("role") : call.json();
    for (JsonNode id : body.path("folder_ids")) {
      folders.add(folder(id));
    }
    StoredRow.LegacyRole changed = role.withFolders(folders, tenant.now());
    store.put(store.legacyRoles, changed.key(), changed);
    log("updated", changed);
    return Answer.json(shape(changed));
  }

  Answer copy(ApiCall call) {
    StoredRow.LegacyRole role = find(call);
    StoredRow.LegacyRole copy =
        new StoredRow.LegacyRole(
            tenant.ids().legacyRole(),
            name(call, role),
            role.folderIds(),
            role.privileges(),
            tenant.now(),
            tenant.now());
    store.put(store.legacyRoles, copy.key(), copy);
    log("created", copy);
    return Answer.json(shape(copy));
  }

  private String name(ApiCall call, StoredRow.LegacyRole role) {
    boolean isAsked = !call.body().isBlank() && tenant.is(Switch.COPY_NAME, "as-asked");
    String asked = isAsked ? call.json().path("name").asString("") : "";
    return asked.isEmpty() || store.legacyRolesByName.count(asked) > 0
        ? freeName(role.name())
        : asked;
  }

  private String freeName(String name) {
    String free = "Copy of " + name;
    return store.legacyRolesByName.count(free) == 0 ? free : freeName(free);
  }

  private long folder(JsonNode id) {
    long folder = id.asLong(0);
    if (store.projects.rows().stream().noneMatch(project -> project.folderId() == folder)) {
      throw Refusal.invalid("Folder " + id.asString("") + " not found");
    }
    return folder;
  }

  private StoredRow.LegacyRole find(ApiCall call) {
    return store.legacyRoles.find(call.id()).orElseThrow(Refusal::notFound);
  }

  private static Map<String, Object> shape(StoredRow.LegacyRole role) {
    return SandboxJson.object(
        "id", role.id(),
        "name", role.name(),
        "inheritable", false,
        "folder_ids", role.folderIds(),
        "created_at", SandboxClock.pacific(role.created()),
        "updated_at", SandboxClock.pacific(role.updated()),
        "privileges", role.privileges());
  }

  private void log(String what, StoredRow.LegacyRole role) {
    tenant.log(
        "privilege_group_" + what,
        SandboxJson.object("id", role.id(), "name", role.name(), "type", "PrivilegeGroup"));
  }
}
