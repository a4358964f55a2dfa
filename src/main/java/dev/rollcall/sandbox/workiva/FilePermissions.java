package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Answer;
import dev.rollcall.sandbox.SandboxJson;
import dev.rollcall.sandbox.workiva.OrganizationState.Sheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Permissions on files, documents and spreadsheets: each principal has one at most. */
final class FilePermissions {

  private final OrganizationState state;
  private final AdminPages pages;

  FilePermissions(OrganizationState state, AdminPages pages) {
    this.state = state;
    this.pages = pages;
  }

  Answer offered(AdminCall call) {
    return pages.of(
        call,
        OrganizationState.PERMISSIONS.entrySet().stream()
            .map(each -> SandboxJson.object("id", each.getKey(), "name", each.getValue()))
            .toList());
  }

  AdminEndpoint list(String family) {
    return call -> {
      Sheet file = known(call, family);
      return pages.of(
          call,
          file.permissions().entrySet().stream()
              .map(
                  each ->
                      SandboxJson.object(
                          "permission",
                          each.getValue(),
                          "principal",
                          each.getKey(),
                          "principalType",
                          state.people().containsKey(each.getKey()) ? "user" : "group",
                          "resource",
                          file.id()))
              .toList());
    };
  }

  private Sheet known(AdminCall call, String family) {
    return Optional.ofNullable(state.files().get(call.id("file")))
        .filter(file -> file.family().equals(family) || family.equals("files"))
        .orElseThrow(() -> AdminRefusal.notFound("file"));
  }

  /** All of it or nothing: what is revoked first makes room for what is assigned. */
  AdminEndpoint modify(String family) {
    return call -> {
      Sheet file = known(call, family);
      JsonNode body = call.object("toAssign", "toRevoke");
      Map<String, String> after = new LinkedHashMap<>(file.permissions());
      pairs(body, "toRevoke").forEach(pair -> revoke(after, pair));
      pairs(body, "toAssign").forEach(pair -> assign(after, pair));
      refuseOwnerless(file, after);
      file.permissions().clear();
      file.permissions().putAll(after);
      return Answer.empty(204);
    };
  }

  private void refuseOwnerless(Sheet file, Map<String, String> after) {
    boolean isLast = isOwned(file.permissions()) && !isOwned(after);
    if (isLast && state.is(OrganizationSwitch.LAST_OWNER, "400")) {
      throw AdminRefusal.bad("A file needs an owner.", "toRevoke");
    }
  }

  private static boolean isOwned(Map<String, String> held) {
    return held.values().stream()
        .anyMatch(
            permission ->
                OrganizationState.PERMISSIONS.getOrDefault(permission, "").equals("Owner"));
  }

  private record Pair(String permission, String principal) {}

  private static List<Pair> pairs(JsonNode body, String field) {
    JsonNode list = body.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      throw AdminRefusal.bad("A JSON array is expected.", field);
    }
    return list.values().stream()
        .map(
            each -> {
              AdminCall.refuseOthers(each, List.of("permission", "principal"), field + ".");
              return new Pair(
                  each.path("permission").asString(""), each.path("principal").asString(""));
            })
        .toList();
  }

  private void revoke(Map<String, String> held, Pair pair) {
    boolean there = held.remove(pair.principal(), pair.permission());
    if (!there && state.is(OrganizationSwitch.REVOKE_PERMISSION_ABSENT, "404")) {
      throw new AdminRefusal(404, "The permission is not held.", "toRevoke")
          .with("Not held.", pair.principal());
    }
  }

  private void assign(Map<String, String> held, Pair pair) {
    if (!OrganizationState.PERMISSIONS.containsKey(pair.permission())) {
      throw AdminRefusal.bad("There is no such permission.", pair.permission());
    }
    if (!isPrincipal(pair.principal())) {
      throw AdminRefusal.bad("There is no such principal.", pair.principal());
    }
    String before = held.putIfAbsent(pair.principal(), pair.permission());
    if (before != null && !before.equals(pair.permission())) {
      throw new AdminRefusal(409, "Another permission has to be revoked first.", "toAssign");
    }
  }

  private boolean isPrincipal(String id) {
    return state.person(id).isPresent()
        || state.spaces().values().stream().anyMatch(space -> space.circles().containsKey(id));
  }
}
