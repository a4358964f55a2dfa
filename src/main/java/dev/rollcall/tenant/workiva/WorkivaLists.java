package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.AdminPage;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.MembershipRow;
import dev.rollcall.tenant.workiva.payload.PermissionRow;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The lists of an organization, each read whole: from page to page until there is no next one. */
final class WorkivaLists {

  /** A list of more pages never ends. */
  private static final int MOST_PAGES = 1000;

  private final WorkivaApi api;
  private final WorkivaAccess access;

  WorkivaLists(WorkivaApi api, WorkivaAccess access) {
    this.api = api;
    this.access = access;
  }

  /** A page, by where it is. */
  private interface Pages<T> extends Function<Optional<String>, FinishedCall<AdminPage<T>>> {}

  List<UserRow> users() {
    return whole(WorkivaCallKind.USERS, api::users, UserRow::id);
  }

  List<IdName> organizationRoles() {
    return whole(WorkivaCallKind.ORGANIZATION_ROLES, api::organizationRoles, IdName::id);
  }

  List<IdName> userRoles(String user) {
    return whole(WorkivaCallKind.USER_ROLES, next -> api.userRoles(user, next), IdName::id);
  }

  List<IdName> workspaces() {
    return whole(WorkivaCallKind.WORKSPACES, api::workspaces, IdName::id);
  }

  List<IdName> workspaceRoles(String workspace) {
    return whole(
        WorkivaCallKind.WORKSPACE_ROLES, next -> api.workspaceRoles(workspace, next), IdName::id);
  }

  List<MembershipRow> memberships(String workspace) {
    return whole(
        WorkivaCallKind.MEMBERSHIPS, next -> api.memberships(workspace, next), MembershipRow::id);
  }

  List<IdName> membershipRoles(SeatId seat) {
    return whole(
        WorkivaCallKind.MEMBERSHIP_ROLES, next -> api.membershipRoles(seat, next), IdName::id);
  }

  List<IdName> groups(String workspace) {
    return whole(WorkivaCallKind.GROUPS, next -> api.groups(workspace, next), IdName::id);
  }

  List<IdName> groupMembers(GroupId group) {
    return whole(WorkivaCallKind.GROUP_MEMBERS, next -> api.groupMembers(group, next), IdName::id);
  }

  List<IdName> permissions() {
    return whole(WorkivaCallKind.PERMISSIONS, api::permissions, IdName::id);
  }

  List<PermissionRow> filePermissions(WorkivaFile file) {
    return whole(
        WorkivaCallKind.FILE_PERMISSIONS,
        next -> seen(file, api.filePermissions(file, next)),
        PermissionRow::principal);
  }

  /**
   * The same answer.
   *
   * @throws AccessRefused where the file is not there, or not for the client to see
   */
  private <T> FinishedCall<T> seen(WorkivaFile file, FinishedCall<T> answer) {
    boolean isHidden =
        WorkivaErrors.is(answer.last(), 403)
            && !access.lacksScope(WorkivaCallKind.FILE_PERMISSIONS);
    if (isHidden || WorkivaErrors.is(answer.last(), 404)) {
      throw new AccessRefused(
          "target.files: there is no %s \"%s\" that the client's user may look at (%s); copy the id from the address of the file, and let that user into it"
              .formatted(file.family().word(), file.id(), WorkivaErrors.why(answer.last())));
    }
    return answer;
  }

  /** Rows may come twice where the list changes between two pages; a link never does. */
  private <T> List<T> whole(WorkivaCallKind kind, Pages<T> pages, Function<T, String> key) {
    Map<String, T> rows = new LinkedHashMap<>();
    Set<String> followed = new HashSet<>();
    Optional<String> next = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      AdminPage<T> read = access.read(kind, pages.apply(next));
      add(kind, read.rows(), key, rows);
      next = read.next();
      if (next.isEmpty()) {
        return List.copyOf(rows.values());
      }
      if (!followed.add(next.orElseThrow())) {
        throw new TenantUnavailable(kind.call() + " gives the same page again and again");
      }
    }
    throw new TenantUnavailable(kind.call() + " has more than " + MOST_PAGES + " pages");
  }

  private static <T> void add(
      WorkivaCallKind kind, Collection<T> page, Function<T, String> key, Map<String, T> rows) {
    for (T row : page) {
      if (key.apply(row).isBlank()) {
        throw new TenantUnavailable(kind.call() + " gives a row without an id");
      }
      rows.putIfAbsent(key.apply(row), row);
    }
  }
}
