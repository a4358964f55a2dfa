package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.HttpLanes;
import dev.rollcall.tenant.http.JsonFields;
import dev.rollcall.tenant.http.RepeatRule;
import dev.rollcall.tenant.workato.payload.AccountBody;
import dev.rollcall.tenant.workato.payload.AccountRow;
import dev.rollcall.tenant.workato.payload.ActivityRow;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import dev.rollcall.tenant.workato.payload.EnvRole;
import dev.rollcall.tenant.workato.payload.FolderRow;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.InvitationBody;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import dev.rollcall.tenant.workato.payload.LogRow;
import dev.rollcall.tenant.workato.payload.MemberRow;
import dev.rollcall.tenant.workato.payload.MigrationRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.NewGrant;
import dev.rollcall.tenant.workato.payload.PersonRow;
import dev.rollcall.tenant.workato.payload.PrivilegeRow;
import dev.rollcall.tenant.workato.payload.ProjectPrivilegeRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import dev.rollcall.tenant.workato.payload.WorkspaceRow;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The Workato Developer API, one method an endpoint: paths and types, nothing else. Pages are those
 * of {@code docs.workato.com/workato-api}.
 */
final class WorkatoApi {

  static final int PAGE = 100;

  private static final String PLURAL = "/member_invitations";

  /** So some of the vendor's pages about customers' workspaces write it. */
  private static final String SINGULAR = "/member_invitation";

  private static final String USERS = "user_ids";
  private static final String INVITATIONS = "member_invitation_ids";

  private final HttpLanes http;
  private final WorkatoSettings settings;
  private final WorkatoJson json;
  private final WorkatoLanes lanes;
  private volatile String invitations = PLURAL;

  WorkatoApi(HttpLanes http, WorkatoSettings settings, WorkatoJson json) {
    this.http = http;
    this.settings = settings;
    this.json = json;
    this.lanes = new WorkatoLanes(settings);
  }

  /** The same client by other settings. */
  WorkatoApi with(WorkatoSettings other) {
    return new WorkatoApi(http, other, json);
  }

  /** Workato Developer API, Users: Get details. {@code GET /api/users/me}. */
  FinishedCall<WorkspaceRow> workspace(Environment environment) {
    return get(Endpoint.WORKSPACE, environment, "/users/me", json.one(WorkspaceRow::read));
  }

  /** Workato Developer API, Workspace collaborators: Get collaborators. Not paged. */
  <T> FinishedCall<ListPage<T>> members(Environment environment, Function<MemberRow, T> keep) {
    return get(Endpoint.MEMBERS, environment, "/members", json.list(MemberRow::read, keep));
  }

  /** The same, filtered by a part of the address: a filter that is not documented. */
  <T> FinishedCall<ListPage<T>> membersLike(String email, Function<MemberRow, T> keep) {
    return get(
        Endpoint.MEMBERS,
        settings.main(),
        "/members?email=" + encoded(email),
        json.list(MemberRow::read, keep));
  }

  /** Workato Developer API, Workspace collaborators: Get collaborator. */
  FinishedCall<MemberRow> member(Environment environment, Id id) {
    return get(Endpoint.MEMBER, environment, "/members/" + path(id), json.one(MemberRow::read));
  }

  /** Workato Developer API, Workspace collaborators: Get collaborators, for their use. */
  FinishedCall<ListPage<AccountRow>> accounts(Environment environment) {
    return list(Endpoint.MEMBERS, environment, "/members", AccountRow::read);
  }

  /** Workato Developer API, Workspace collaborators: Get collaborator privileges. */
  FinishedCall<ListPage<PrivilegeRow>> privileges(Id member) {
    return list(
        Endpoint.MEMBER_PRIVILEGES,
        settings.main(),
        "/members/" + path(member) + "/privileges",
        PrivilegeRow::read);
  }

  /**
   * Workato Developer API, Workspace collaborators: Get collaborator projects privileges, in all
   * environments, direct ones and those that come by a group.
   */
  FinishedCall<ListPage<ProjectPrivilegeRow>> projectsPrivileges(Id member) {
    return list(
        Endpoint.MEMBER_PROJECTS_PRIVILEGES,
        settings.main(),
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
    if (settings.managed().isPresent() && WorkatoErrors.notFound(finished.last())) {
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
    return http.send(
        WorkatoLanes.INVITATIONS,
        once(rateLimited),
        call(Endpoint.INVITE, settings.main(), path, Optional.of(body)),
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
    return http.send(
        lanes.of(Endpoint.ADD_ACCOUNT.category(), settings.main()),
        once(rateLimited),
        call(Endpoint.ADD_ACCOUNT, settings.main(), "/members", Optional.of(body)),
        json.added(MemberRow::read, MemberRow.NOBODY));
  }

  /**
   * Workato Developer API, Workspace collaborators: Update collaborator's roles. Replaces the roles
   * of the environments named; believed to leave the others.
   */
  FinishedCall<String> setRoles(Id member, List<EnvRole> roles) {
    return change(
        Endpoint.SET_ROLES,
        settings.main(),
        "/members/" + path(member),
        Optional.of(Map.of("env_roles", roles)));
  }

  /** Workato Developer API, Workspace collaborators: Delete collaborator. */
  FinishedCall<String> deleteMember(Id member) {
    return change(
        Endpoint.DELETE_MEMBER, settings.main(), "/members/" + path(member), Optional.empty());
  }

  /** Workato Developer API, Environment roles: List environment roles. */
  FinishedCall<ListPage<NamedRow>> environmentRoles(int page) {
    return list(
        Endpoint.ENVIRONMENT_ROLES,
        settings.main(),
        "/environment_roles?" + bracketed(page),
        NamedRow::read);
  }

  /** Workato Developer API, Environment roles and Project roles: Get one, with its config. */
  FinishedCall<DefinitionRow> role(RoleKind kind, Id id) {
    return get(
        kind.calls().get(),
        settings.main(),
        kind.path() + "/" + path(id),
        json.one(DefinitionRow::read));
  }

  /**
   * Workato Developer API, Environment roles and Project roles: Create one. The row has no id where
   * the answer does not tell it.
   */
  FinishedCall<DefinitionRow> createRole(RoleKind kind, String name, Config config) {
    return http.send(
        kind.lane(),
        RepeatRule.WHEN_NOT_DONE,
        call(kind.calls().create(), settings.main(), kind.path(), body(kind, name, config)),
        json.oneIfAny(
            DefinitionRow::read,
            new DefinitionRow(Id.NONE, name, "", Optional.empty(), OptionalInt.empty())));
  }

  /** Workato Developer API, Environment roles and Project roles: Update one; names all of it. */
  FinishedCall<String> updateRole(RoleKind kind, Id id, String name, Config config) {
    return change(
        kind.calls().update(),
        settings.main(),
        kind.path() + "/" + path(id),
        body(kind, name, config));
  }

  /** Workato Developer API, Environment roles and Project roles: Delete one. */
  FinishedCall<String> deleteRole(RoleKind kind, Id id) {
    return change(
        kind.calls().delete(), settings.main(), kind.path() + "/" + path(id), Optional.empty());
  }

  private static Optional<Object> body(RoleKind kind, String name, Config config) {
    return Optional.of(
        Map.of(kind.wrapper(), Map.of("name", name, "config", WorkatoJson.raw(config))));
  }

  /** Workato Developer API, Project roles: List project roles. */
  FinishedCall<ListPage<NamedRow>> projectRoles(int page) {
    return list(
        Endpoint.PROJECT_ROLES,
        settings.main(),
        "/project_roles?" + bracketed(page),
        NamedRow::read);
  }

  /** Workato Developer API, Roles: List custom collaborator roles, those of the older model. */
  FinishedCall<ListPage<NamedRow>> legacyRoles(int page) {
    return list(Endpoint.LEGACY_ROLES, settings.main(), "/roles?" + classic(page), NamedRow::read);
  }

  /** The same list, with the projects that each role is for. */
  FinishedCall<ListPage<LegacyRoleRow>> legacyRoleRows(int page) {
    return list(
        Endpoint.LEGACY_ROLES, settings.main(), "/roles?" + classic(page), LegacyRoleRow::read);
  }

  /**
   * Workato Developer API, Roles: Update a custom role, the projects that it is for. Its body is
   * not documented, so that they are named in two ways.
   */
  FinishedCall<String> updateLegacyRole(Id role, Config folders) {
    Map<String, Object> fields = Map.of(DefinedLegacyRole.FOLDERS, WorkatoJson.raw(folders));
    return change(
        Endpoint.UPDATE_LEGACY_ROLE,
        settings.main(),
        "/roles/" + path(role),
        Optional.of(Map.of(DefinedLegacyRole.FOLDERS, WorkatoJson.raw(folders), "role", fields)));
  }

  /**
   * Workato Developer API, Roles: Copy a custom role. Whether it heeds a name is not documented.
   */
  FinishedCall<String> copyLegacyRole(Id role, String name) {
    return http.send(
        WorkatoLanes.LEGACY_ROLES,
        RepeatRule.WHEN_NOT_SENT,
        call(
            Endpoint.COPY_LEGACY_ROLE,
            settings.main(),
            "/roles/" + path(role) + "/copy",
            Optional.of(Map.of("name", name))),
        WorkatoJson.ignored());
  }

  /**
   * Workato Developer API, Role migration: Migrate system roles, as a dry run. Made once: who would
   * not heed that would migrate.
   */
  FinishedCall<MigrationRow> rehearseMigration() {
    return migrate(
        Endpoint.MIGRATE_ROLES,
        "/roles_migration/system_roles",
        Map.of("dry_run", true),
        json.large(MigrationRow::read));
  }

  /** Workato Developer API, Role migration: Migrate system roles. */
  FinishedCall<String> migrateRoles() {
    return migrate(
        Endpoint.MIGRATE_ROLES,
        "/roles_migration/system_roles",
        Map.of("dry_run", false),
        WorkatoJson.largeIgnored());
  }

  /**
   * Workato Developer API, Role migration: Migrate custom role. Its body is not documented, so that
   * it is named in two ways.
   */
  FinishedCall<String> migrateCustomRole(Id role) {
    return migrate(
        Endpoint.MIGRATE_ROLE,
        "/roles_migration/custom_role",
        Map.of("role_id", role, "id", role),
        WorkatoJson.ignored());
  }

  private <T> FinishedCall<T> migrate(
      Endpoint endpoint, String path, Object body, BodyReader<T> reading) {
    return http.send(
        WorkatoLanes.ROLE_MIGRATION,
        RepeatRule.WHEN_NOT_DONE,
        call(endpoint, settings.main(), path, Optional.of(body)),
        reading);
  }

  /** Workato Developer API, Collaborator groups: List collaborator groups. */
  FinishedCall<ListPage<GroupRow>> groups(int page) {
    return list(
        Endpoint.GROUPS, settings.main(), "/user_groups?" + bracketed(page), GroupRow::read);
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
    return http.send(
        WorkatoLanes.GROUPS,
        RepeatRule.WHEN_NOT_DONE,
        call(
            Endpoint.CREATE_GROUP,
            settings.main(),
            "/user_groups",
            Optional.of(Map.of("user_group", fields))),
        json.oneIfAny(GroupRow::read, new GroupRow(Id.NONE, name, description, false)));
  }

  /** Workato Developer API, Collaborator groups: Get one. */
  FinishedCall<GroupRow> group(Id group) {
    return get(Endpoint.GROUP, settings.main(), groupOf(group), json.one(GroupRow::read));
  }

  /** Workato Developer API, Collaborator groups: Update one; names all of it. */
  FinishedCall<String> updateGroup(Id group, String name, String description) {
    return change(
        Endpoint.UPDATE_GROUP,
        settings.main(),
        groupOf(group),
        Optional.of(Map.of("user_group", Map.of("name", name, "description", description))));
  }

  /** Workato Developer API, Collaborator groups: Delete one. */
  FinishedCall<String> deleteGroup(Id group) {
    return change(Endpoint.DELETE_GROUP, settings.main(), groupOf(group), Optional.empty());
  }

  /**
   * Workato Developer API, Collaborator groups: List a group's project grants, as far as the token
   * of the environment may see them.
   */
  FinishedCall<ListPage<GrantRow>> groupGrants(Environment environment, Id group, int page) {
    return list(
        Endpoint.GROUP_GRANTS,
        environment,
        groupOf(group) + "/project_grants?" + bracketed(page),
        GrantRow::read);
  }

  /** Workato Developer API, Collaborator groups: List members. Holds pending invitees, too. */
  FinishedCall<ListPage<PersonRow>> groupMembers(Id group, int page) {
    return list(
        Endpoint.GROUP_MEMBERS,
        settings.main(),
        membersOf(group) + "?" + bracketed(page),
        PersonRow::read);
  }

  /** The same, filtered by a part of the name or the address. */
  FinishedCall<ListPage<PersonRow>> groupMembersLike(Id group, String text, int page) {
    return list(
        Endpoint.GROUP_MEMBERS,
        settings.main(),
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
    return change(
        endpoint,
        settings.main(),
        query.isEmpty() ? path : path + "?" + String.join("&", query),
        places.body() ? Optional.of(ids) : Optional.empty());
  }

  /** Workato Developer API, Projects: List projects, those of the token's environment. */
  FinishedCall<ListPage<ProjectRow>> projects(Environment environment, int page) {
    return list(Endpoint.PROJECTS, environment, "/projects?" + classic(page), ProjectRow::read);
  }

  /**
   * Workato Developer API, Folders: List folders, those of the token's environment.
   *
   * @param parent whose folders these are; none for those at the top
   */
  FinishedCall<ListPage<FolderRow>> folders(Environment environment, Id parent, int page) {
    return list(
        Endpoint.FOLDERS,
        environment,
        "/folders?"
            + (parent.exists() ? "parent_id=" + encoded(parent.text()) + "&" : "")
            + classic(page),
        FolderRow::read);
  }

  /** Workato Developer API, Project grants: List a project's grants. */
  FinishedCall<ListPage<GrantRow>> grants(Environment environment, Id project, int page) {
    return list(
        Endpoint.GRANTS, environment, grantsOf(project) + "?" + bracketed(page), GrantRow::read);
  }

  /**
   * Workato Developer API, Workspace collaborators: List a collaborator's project grants, as far as
   * the token of the environment may see them.
   */
  FinishedCall<ListPage<GrantRow>> memberGrants(Environment environment, Id member, int page) {
    return list(
        Endpoint.MEMBER_GRANTS,
        environment,
        "/members/" + path(member) + "/project_grants?" + bracketed(page),
        GrantRow::read);
  }

  /** Workato Developer API, Project grants: Add or update grants, at most 100. */
  FinishedCall<String> setGrants(
      Environment environment, Id project, List<NewGrant> grants, GrantPlaces places) {
    String query = places.query(grants);
    return change(
        Endpoint.SET_GRANTS,
        environment,
        query.isEmpty() ? grantsOf(project) : grantsOf(project) + "?" + query,
        query.isEmpty() ? Optional.of(Map.of("project_grants", grants)) : Optional.empty());
  }

  /** Workato Developer API, Project grants: Get a grant. */
  FinishedCall<GrantRow> grant(Environment environment, Id grant) {
    return get(Endpoint.GRANT, environment, grantAt(grant), json.one(GrantRow::read));
  }

  /**
   * Workato Developer API, Project grants: Update a grant: gives it another role. Its body is not
   * documented.
   *
   * @param wrapped whether the role stands within {@code project_grant}
   */
  FinishedCall<String> changeGrant(Environment environment, Id grant, Id role, boolean wrapped) {
    Map<String, Id> bare = Map.of("project_role_id", role);
    return change(
        Endpoint.CHANGE_GRANT,
        environment,
        grantAt(grant),
        Optional.of(wrapped ? Map.of("project_grant", bare) : bare));
  }

  /** Workato Developer API, Project grants: Delete a grant. */
  FinishedCall<String> deleteGrant(Environment environment, Id grant) {
    return change(Endpoint.DELETE_GRANT, environment, grantAt(grant), Optional.empty());
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
    return list(Endpoint.AUDIT_LOG, environment, "/activity_logs?" + query, LogRow::read);
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
    return list(Endpoint.AUDIT_LOG, environment, "/activity_logs?" + query, ActivityRow::read);
  }

  private <T> FinishedCall<T> get(
      Endpoint endpoint, Environment environment, String path, BodyReader<T> reading) {
    return http.send(
        lanes.of(endpoint.category(), environment),
        RepeatRule.FREELY,
        call(endpoint, environment, path, Optional.empty()),
        reading);
  }

  private <T> FinishedCall<ListPage<T>> list(
      Endpoint endpoint, Environment environment, String path, Function<JsonFields, T> row) {
    return get(endpoint, environment, path, json.list(row, Function.identity()));
  }

  private FinishedCall<String> change(
      Endpoint endpoint, Environment environment, String path, Optional<Object> body) {
    return http.send(
        lanes.of(endpoint.category(), environment),
        RepeatRule.WHEN_NOT_DONE,
        call(endpoint, environment, path, body),
        WorkatoJson.ignored());
  }

  private HttpCall call(
      Endpoint endpoint, Environment environment, String path, Optional<Object> body) {
    return new HttpCall(
        endpoint.method(),
        URI.create(settings.root(endpoint, environment) + path),
        body.map(WorkatoJson::write),
        Optional.ofNullable(settings.tokens().get(environment)).orElseThrow());
  }

  private static String groupOf(Id group) {
    return "/user_groups/" + path(group);
  }

  private static String membersOf(Id group) {
    return groupOf(group) + "/members";
  }

  private static String grantAt(Id grant) {
    return "/project_grants/" + path(grant);
  }

  private static String grantsOf(Id project) {
    return "/projects/" + path(project) + "/project_grants";
  }

  private static String bracketed(int page) {
    return "page%5Bnumber%5D=" + page + "&page%5Bsize%5D=" + PAGE;
  }

  private static String classic(int page) {
    return "page=" + page + "&per_page=" + PAGE;
  }

  private static String repeated(String parameter, List<Id> ids) {
    return String.join("&", ids.stream().map(id -> parameter + "=" + encoded(id.text())).toList());
  }

  private static String path(Id id) {
    return encoded(id.text()).replace("+", "%20");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
