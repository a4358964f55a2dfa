package dev.rollcall.tenant.workato;

import static dev.rollcall.tenant.workato.WorkatoCalls.bracketed;
import static dev.rollcall.tenant.workato.WorkatoCalls.encoded;
import static dev.rollcall.tenant.workato.WorkatoCalls.path;
import static dev.rollcall.tenant.workato.WorkatoCalls.repeated;

import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.RepeatRule;
import dev.rollcall.tenant.workato.payload.AccountBody;
import dev.rollcall.tenant.workato.payload.AccountRow;
import dev.rollcall.tenant.workato.payload.ActivityRow;
import dev.rollcall.tenant.workato.payload.EnvRole;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.InvitationBody;
import dev.rollcall.tenant.workato.payload.LogRow;
import dev.rollcall.tenant.workato.payload.MemberRow;
import dev.rollcall.tenant.workato.payload.PersonRow;
import dev.rollcall.tenant.workato.payload.PrivilegeRow;
import dev.rollcall.tenant.workato.payload.ProjectPrivilegeRow;
import dev.rollcall.tenant.workato.payload.WorkspaceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The Workato Developer API, one method an endpoint: paths and types, nothing else. Pages are those
 * of {@code docs.workato.com/workato-api}.
 */
final class WorkatoApi {

  static final int PAGE = WorkatoCalls.PAGE;

  private static final String PLURAL = "/member_invitations";

  /** So some of the vendor's pages about customers' workspaces write it. */
  private static final String SINGULAR = "/member_invitation";

  private static final String USERS = "user_ids";
  private static final String INVITATIONS = "member_invitation_ids";

  private final WorkatoCalls calls;
  private final RoleApi roles;
  private final ProjectApi onProjects;
  private volatile String invitations = PLURAL;

  WorkatoApi(HttpLanes http, WorkatoSettings settings, WorkatoJson json) {
    this(new WorkatoCalls(http, settings, json));
  }

  private WorkatoApi(WorkatoCalls calls) {
    this.calls = calls;
    this.roles = new RoleApi(calls);
    this.onProjects = new ProjectApi(calls);
  }

  /** The same client by other settings. */
  WorkatoApi with(WorkatoSettings other) {
    return new WorkatoApi(calls.with(other));
  }

  /** What is about roles. */
  RoleApi roles() {
    return roles;
  }

  /** What is about projects. */
  ProjectApi onProjects() {
    return onProjects;
  }

  /** Workato Developer API, Users: Get details. {@code GET /api/users/me}. */
  FinishedCall<WorkspaceRow> workspace(Environment environment) {
    return calls.get(
        Endpoint.WORKSPACE, environment, "/users/me", calls.json().one(WorkspaceRow::read));
  }

  /** Workato Developer API, Workspace collaborators: Get collaborators. Not paged. */
  <T> FinishedCall<ListPage<T>> members(Environment environment, Function<MemberRow, T> keep) {
    return calls.get(
        Endpoint.MEMBERS, environment, "/members", calls.json().list(MemberRow::read, keep));
  }

  /** The same, filtered by a part of the address: a filter that is not documented. */
  <T> FinishedCall<ListPage<T>> membersLike(String email, Function<MemberRow, T> keep) {
    return calls.get(
        Endpoint.MEMBERS,
        calls.settings().main(),
        "/members?email=" + encoded(email),
        calls.json().list(MemberRow::read, keep));
  }

  /** Workato Developer API, Workspace collaborators: Get collaborator. */
  FinishedCall<MemberRow> member(Environment environment, Id id) {
    return calls.get(
        Endpoint.MEMBER, environment, "/members/" + path(id), calls.json().one(MemberRow::read));
  }

  /** Workato Developer API, Workspace collaborators: Get collaborators, for their use. */
  FinishedCall<ListPage<AccountRow>> accounts(Environment environment) {
    return calls.list(Endpoint.MEMBERS, environment, "/members", AccountRow::read);
  }

  /** Workato Developer API, Workspace collaborators: Get collaborator privileges. */
  FinishedCall<ListPage<PrivilegeRow>> privileges(Id member) {
    return calls.list(
        Endpoint.MEMBER_PRIVILEGES,
        calls.settings().main(),
        "/members/" + path(member) + "/privileges",
        PrivilegeRow::read);
  }

  /**
   * Workato Developer API, Workspace collaborators: Get collaborator projects privileges, in all
   * environments, direct ones and those that come by a group.
   */
  FinishedCall<ListPage<ProjectPrivilegeRow>> projectsPrivileges(Id member) {
    return calls.list(
        Endpoint.MEMBER_PROJECTS_PRIVILEGES,
        calls.settings().main(),
        "/members/" + path(member) + "/projects_privileges",
        ProjectPrivilegeRow::read);
  }

  /**
   * Workato Developer API, Workspace collaborators: Invite. Says nothing but that it worked. Made
   * again where it was not made, and where the workspace has too many requests.
   *
   * @param rateLimited whether it is for the number of requests that there are too many, rather
   *     than for the number of invitations of this person
   */
  FinishedCall<String> invite(InvitationBody body, BooleanSupplier rateLimited) {
    FinishedCall<String> finished = invite(invitations, body, rateLimited);
    if (calls.settings().managed().isPresent() && WorkatoErrors.notFound(finished.last())) {
      String other = invitations.equals(PLURAL) ? SINGULAR : PLURAL;
      FinishedCall<String> otherwise = invite(other, body, rateLimited);
      if (!WorkatoErrors.notFound(otherwise.last())) {
        invitations = other;
        return otherwise;
      }
    }
    return finished;
  }

  private FinishedCall<String> invite(
      String path, InvitationBody body, BooleanSupplier rateLimited) {
    return calls.send(
        WorkatoLanes.INVITATIONS,
        once(rateLimited),
        calls.call(Endpoint.INVITE, calls.settings().main(), path, Optional.of(body)),
        WorkatoJson.ignored());
  }

  private static RepeatRule once(BooleanSupplier rateLimited) {
    return attempt ->
        RepeatRule.WHEN_NOT_SENT.after(attempt)
            || attempt.isTooMany() && rateLimited.getAsBoolean();
  }

  /**
   * Embedded API, Customer workspace collaborators: Add a collaborator, who gets no mail. What it
   * answers is not documented: nobody, where it does not tell. Made again as an invitation is.
   */
  FinishedCall<MemberRow> addAccount(AccountBody body, BooleanSupplier rateLimited) {
    return calls.send(
        calls.lane(Endpoint.ADD_ACCOUNT, calls.settings().main()),
        once(rateLimited),
        calls.call(Endpoint.ADD_ACCOUNT, calls.settings().main(), "/members", Optional.of(body)),
        calls.json().added(MemberRow::read, MemberRow.NOBODY));
  }

  /**
   * Workato Developer API, Workspace collaborators: Update collaborator's roles. Replaces the roles
   * of the environments named; believed to leave the others.
   */
  FinishedCall<String> setRoles(Id member, List<EnvRole> roles) {
    return calls.change(
        Endpoint.SET_ROLES,
        calls.settings().main(),
        "/members/" + path(member),
        Optional.of(Map.of("env_roles", roles)));
  }

  /** Workato Developer API, Workspace collaborators: Delete collaborator. */
  FinishedCall<String> deleteMember(Id member) {
    return calls.change(
        Endpoint.DELETE_MEMBER,
        calls.settings().main(),
        "/members/" + path(member),
        Optional.empty());
  }

  /** Workato Developer API, Collaborator groups: List collaborator groups. */
  FinishedCall<ListPage<GroupRow>> groups(int page) {
    return calls.list(
        Endpoint.GROUPS,
        calls.settings().main(),
        "/user_groups?" + bracketed(page),
        GroupRow::read);
  }

  /**
   * Workato Developer API, Collaborator groups: Create a collaborator group. The row has no id
   * where the answer does not tell it.
   */
  FinishedCall<GroupRow> createGroup(String name, String description) {
    Map<String, String> fields =
        description.isEmpty()
            ? Map.of("name", name)
            : Map.of("name", name, "description", description);
    return calls.send(
        WorkatoLanes.GROUPS,
        RepeatRule.WHEN_NOT_DONE,
        calls.call(
            Endpoint.CREATE_GROUP,
            calls.settings().main(),
            "/user_groups",
            Optional.of(Map.of("user_group", fields))),
        calls.json().oneIfAny(GroupRow::read, new GroupRow(Id.NONE, name, description, false)));
  }

  /** Workato Developer API, Collaborator groups: Get one. */
  FinishedCall<GroupRow> group(Id group) {
    return calls.get(
        Endpoint.GROUP, calls.settings().main(), groupOf(group), calls.json().one(GroupRow::read));
  }

  /** Workato Developer API, Collaborator groups: Update one; names all of it. */
  FinishedCall<String> updateGroup(Id group, String name, String description) {
    return calls.change(
        Endpoint.UPDATE_GROUP,
        calls.settings().main(),
        groupOf(group),
        Optional.of(Map.of("user_group", Map.of("name", name, "description", description))));
  }

  /** Workato Developer API, Collaborator groups: Delete one. */
  FinishedCall<String> deleteGroup(Id group) {
    return calls.change(
        Endpoint.DELETE_GROUP, calls.settings().main(), groupOf(group), Optional.empty());
  }

  /** Workato Developer API, Collaborator groups: List members. Holds pending invitees, too. */
  FinishedCall<ListPage<PersonRow>> groupMembers(Id group, int page) {
    return calls.list(
        Endpoint.GROUP_MEMBERS,
        calls.settings().main(),
        membersOf(group) + "?" + bracketed(page),
        PersonRow::read);
  }

  /** The same, filtered by a part of the name or the address. */
  FinishedCall<ListPage<PersonRow>> groupMembersLike(Id group, String text, int page) {
    return calls.list(
        Endpoint.GROUP_MEMBERS,
        calls.settings().main(),
        membersOf(group) + "?text=" + encoded(text) + "&" + bracketed(page),
        PersonRow::read);
  }

  /** Workato Developer API, Collaborator groups: Add members. */
  FinishedCall<String> addMembers(Id group, List<Id> users, IdPlaces places) {
    return change(Endpoint.ADD_MEMBERS, Map.of(USERS, users), places, membersOf(group));
  }

  /** Workato Developer API, Collaborator groups: Remove members; pending ones by invitation. */
  FinishedCall<String> removeMembers(
      Id group, List<Id> users, List<Id> invitations, IdPlaces places) {
    Map<String, List<Id>> ids = new TreeMap<>(Map.of(USERS, users, INVITATIONS, invitations));
    ids.values().removeIf(List::isEmpty);
    return change(Endpoint.REMOVE_MEMBERS, ids, places, membersOf(group));
  }

  private FinishedCall<String> change(
      Endpoint endpoint, Map<String, List<Id>> ids, IdPlaces places, String path) {
    List<String> query = new ArrayList<>();
    ids.forEach(
        (name, its) -> {
          if (places.parameter()) {
            query.add(repeated(name, its));
          }
          if (places.brackets()) {
            query.add(repeated(name + "%5B%5D", its));
          }
        });
    return calls.change(
        endpoint,
        calls.settings().main(),
        query.isEmpty() ? path : path + "?" + String.join("&", query),
        places.body() ? Optional.of(ids) : Optional.empty());
  }

  /**
   * Workato Developer API, Activity audit log, what it says of invitations.
   *
   * @param after the id of the last row seen; none for the first page
   * @param from as ISO 8601 with milliseconds and Z
   */
  FinishedCall<ListPage<LogRow>> auditLog(Environment environment, String from, Id after) {
    String query =
        "from="
            + encoded(from)
            + "&include_resource_types%5B%5D=MemberInvitation&page%5Bsize%5D="
            + PAGE
            + (after.exists() ? "&page%5Bafter%5D=" + encoded(after.text()) : "");
    return calls.list(Endpoint.AUDIT_LOG, environment, "/activity_logs?" + query, LogRow::read);
  }

  /**
   * Workato Developer API, Activity audit log, what some people did.
   *
   * @param after the id of the last row seen; none for the first page
   * @param from as ISO 8601 with milliseconds and Z
   */
  FinishedCall<ListPage<ActivityRow>> activity(
      Environment environment, String from, List<Id> users, Id after) {
    String query =
        "from="
            + encoded(from)
            + "&"
            + repeated("users_ids%5B%5D", users)
            + "&page%5Bsize%5D="
            + PAGE
            + (after.exists() ? "&page%5Bafter%5D=" + encoded(after.text()) : "");
    return calls.list(
        Endpoint.AUDIT_LOG, environment, "/activity_logs?" + query, ActivityRow::read);
  }

  private static String groupOf(Id group) {
    return "/user_groups/" + path(group);
  }

  private static String membersOf(Id group) {
    return groupOf(group) + "/members";
  }
}
