package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.Credential;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.JsonFields;
import dev.rollcall.tenant.http.RepeatRule;
import dev.rollcall.tenant.workiva.payload.AdminPage;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.LongOperation;
import dev.rollcall.tenant.workiva.payload.MembershipRow;
import dev.rollcall.tenant.workiva.payload.PermissionRow;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Workiva administration API, one method an endpoint: paths and types, nothing else. Pages are
 * those of {@code developers.workiva.com}, version 2026-01-01.
 */
final class WorkivaApi {

  /** All requests share one quota, and go one after the other. */
  static final Lane LANE = new Lane("requests");

  static final int PAGE = 1000;

  private final HttpLanes http;
  private final WorkivaSettings settings;
  private final WorkivaJson json;
  private final WorkivaLinks links;

  WorkivaApi(HttpLanes http, WorkivaSettings settings, WorkivaJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
    this.links = new WorkivaLinks(settings);
  }

  /** Retrieve a single organization. {@code GET /organizations/{id}}. */
  FinishedCall<IdName> organization() {
    return get(uri(organizationPath()), json.one(IdName::read));
  }

  /** Retrieve the organization's roles. */
  FinishedCall<AdminPage<IdName>> organizationRoles(Optional<String> next) {
    return list(organizationPath() + "/roles", next, IdName::read);
  }

  /** Retrieve the organization's users. */
  FinishedCall<AdminPage<UserRow>> users(Optional<String> next) {
    return paged(organizationPath() + "/users", next, UserRow::read);
  }

  /** Retrieve a single user. */
  FinishedCall<UserRow> user(String user) {
    return get(uri(userPath(user)), json.one(UserRow::read));
  }

  /** Retrieve the organization roles of a user. */
  FinishedCall<AdminPage<IdName>> userRoles(String user, Optional<String> next) {
    return list(userPath(user) + "/roles", next, IdName::read);
  }

  /** Retrieve the organization's workspaces. */
  FinishedCall<AdminPage<IdName>> workspaces(Optional<String> next) {
    return paged(organizationPath() + "/workspaces", next, IdName::read);
  }

  /** Retrieve the roles that there are in a workspace. */
  FinishedCall<AdminPage<IdName>> workspaceRoles(String workspace, Optional<String> next) {
    return list(workspacePath(workspace) + "/roles", next, IdName::read);
  }

  /** Retrieve the memberships of a workspace. */
  FinishedCall<AdminPage<MembershipRow>> memberships(String workspace, Optional<String> next) {
    return paged(workspacePath(workspace) + "/memberships", next, MembershipRow::read);
  }

  /** Retrieve the roles of a membership. */
  FinishedCall<AdminPage<IdName>> membershipRoles(SeatId seat, Optional<String> next) {
    return list(seatPath(seat) + "/roles", next, IdName::read);
  }

  /** Retrieve the groups of a workspace. */
  FinishedCall<AdminPage<IdName>> groups(String workspace, Optional<String> next) {
    return paged(workspacePath(workspace) + "/groups", next, IdName::read);
  }

  /** Retrieve the members of a group. */
  FinishedCall<AdminPage<IdName>> groupMembers(GroupId group, Optional<String> next) {
    return paged(groupPath(group) + "/members", next, IdName::read);
  }

  /** Retrieve the permissions that there are. */
  FinishedCall<AdminPage<IdName>> permissions(Optional<String> next) {
    return paged("/permissions", next, IdName::read);
  }

  /** Retrieve who has which permission on a file. */
  FinishedCall<AdminPage<PermissionRow>> filePermissions(WorkivaFile file, Optional<String> next) {
    return paged(filePath(file), next, PermissionRow::read);
  }

  /** Retrieve how far an operation has come. */
  FinishedCall<LongOperation> operation(URI location) {
    return get(location, json.one(LongOperation::read));
  }

  /** Create a user. */
  FinishedCall<UserRow> createUser(Map<String, String> fields) {
    return post(organizationPath() + "/users", fields, json.one(UserRow::read));
  }

  /** Assign a user of another organization to this one. */
  FinishedCall<UserRow> assignUser(String user) {
    return post(
        organizationPath() + "/users/assignment", Map.of("user", user), json.one(UserRow::read));
  }

  /** Change fields of a user. */
  FinishedCall<String> updateUser(String user, Map<String, String> fields) {
    return patch(userPath(user), fields);
  }

  /** Delete a user from the organization. */
  FinishedCall<String> deleteUser(String user) {
    return delete(userPath(user));
  }

  /** Assign or revoke organization roles: all of them or none. */
  FinishedCall<String> changeUserRoles(String user, boolean gives, List<String> roles) {
    return post(userPath(user) + modification(gives), roles, WorkivaJson.ignored());
  }

  /** Create a membership, with or without a mail. */
  FinishedCall<MembershipRow> createMembership(String workspace, String user) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("user", user);
    body.put(
        "options",
        Map.of("notifyNewMember", settings.welcomes(), "sendWelcomeEmail", settings.welcomes()));
    return post(
        workspacePath(workspace) + "/memberships/membershipCreation",
        body,
        json.one(MembershipRow::read));
  }

  /** Delete a membership. */
  FinishedCall<String> deleteMembership(SeatId seat) {
    return delete(seatPath(seat));
  }

  /** Assign or revoke roles of a membership: all of them or none. */
  FinishedCall<String> changeMembershipRoles(SeatId seat, boolean gives, List<String> roles) {
    return post(seatPath(seat) + modification(gives), roles, WorkivaJson.ignored());
  }

  private static String modification(boolean gives) {
    return "/roles/" + (gives ? "assignment" : "revocation");
  }

  /** Create a group. */
  FinishedCall<IdName> createGroup(String workspace, String name) {
    return post(workspacePath(workspace) + "/groups", Map.of("name", name), json.one(IdName::read));
  }

  /** Retrieve a single group. */
  FinishedCall<IdName> group(GroupId group) {
    return get(uri(groupPath(group)), json.one(IdName::read));
  }

  /** Give a group another name. */
  FinishedCall<String> renameGroup(GroupId group, String name) {
    return patch(groupPath(group), Map.of("name", name));
  }

  /** Delete a group. */
  FinishedCall<String> deleteGroup(GroupId group) {
    return delete(groupPath(group));
  }

  /** Add members to a group, and take members out. */
  FinishedCall<String> changeGroupMembers(GroupId group, List<String> more, List<String> fewer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("toAdd", more);
    body.put("toRemove", fewer);
    return post(groupPath(group) + "/members/modification", body, WorkivaJson.ignored());
  }

  /** Revoke and assign permissions on a file: all of it or nothing, and the revoking first. */
  FinishedCall<String> changeFilePermissions(
      WorkivaFile file, List<PermissionRow> more, List<PermissionRow> fewer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("toAssign", more.stream().map(WorkivaApi::pair).toList());
    body.put("toRevoke", fewer.stream().map(WorkivaApi::pair).toList());
    return post(filePath(file) + "/modification", body, WorkivaJson.ignored());
  }

  private static Map<String, String> pair(PermissionRow row) {
    Map<String, String> pair = new LinkedHashMap<>();
    pair.put("permission", row.permission());
    pair.put("principal", row.principal());
    return pair;
  }

  private <T> FinishedCall<AdminPage<T>> paged(
      String path, Optional<String> next, Function<JsonFields, T> row) {
    return list(path + "?%24maxpagesize=" + PAGE, next, row);
  }

  private <T> FinishedCall<AdminPage<T>> list(
      String path, Optional<String> next, Function<JsonFields, T> row) {
    URI first = uri(path);
    return get(next.map(link -> links.follow(first, link)).orElse(first), json.page(row));
  }

  private <T> FinishedCall<T> get(URI uri, BodyReader<T> reading) {
    return http.send(LANE, RepeatRule.FREELY, call("GET", uri, Optional.empty()), reading);
  }

  private <T> FinishedCall<T> post(String path, Object body, BodyReader<T> reading) {
    return http.send(
        LANE,
        RepeatRule.WHEN_NOT_DONE,
        call("POST", uri(path), Optional.of(WorkivaJson.write(body))),
        reading);
  }

  /** JSON Patch, of which {@code replace} alone is understood. */
  private FinishedCall<String> patch(String path, Map<String, String> replaced) {
    List<Map<String, String>> operations = new ArrayList<>();
    replaced.forEach(
        (field, value) -> {
          Map<String, String> operation = new LinkedHashMap<>();
          operation.put("op", "replace");
          operation.put("path", "/" + field);
          operation.put("value", value);
          operations.add(operation);
        });
    return http.send(
        LANE,
        RepeatRule.WHEN_NOT_DONE,
        call("PATCH", uri(path), Optional.of(WorkivaJson.write(operations))),
        WorkivaJson.ignored());
  }

  private FinishedCall<String> delete(String path) {
    return http.send(
        LANE,
        RepeatRule.WHEN_NOT_DONE,
        call("DELETE", uri(path), Optional.empty()),
        WorkivaJson.ignored());
  }

  private HttpCall call(String method, URI uri, Optional<String> body) {
    // What lets it in is put in by the transport.
    return new HttpCall(method, uri, body, Credential.NONE)
        .with(WorkivaSettings.VERSION_HEADER, settings.version());
  }

  private URI uri(String path) {
    return URI.create(settings.root() + path);
  }

  private String organizationPath() {
    return "/organizations/" + encoded(settings.organization());
  }

  private String userPath(String user) {
    return organizationPath() + "/users/" + encoded(user);
  }

  private String workspacePath(String workspace) {
    return organizationPath() + "/workspaces/" + encoded(workspace);
  }

  private String seatPath(SeatId seat) {
    return workspacePath(seat.workspace()) + "/memberships/" + encoded(seat.membership());
  }

  private String groupPath(GroupId group) {
    return workspacePath(group.workspace()) + "/groups/" + encoded(group.group());
  }

  private static String filePath(WorkivaFile file) {
    return "/" + file.family().path() + "/" + encoded(file.id()) + "/permissions";
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
