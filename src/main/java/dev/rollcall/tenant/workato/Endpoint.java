package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Lane;

/** The endpoints used: their quota, and what to tick for them in the API client's role. */
enum Endpoint {
  WORKSPACE(WorkatoLanes.WORKSPACE, "GET /api/users/me", "Admin > Workspace details > Get details"),
  INVITE(WorkatoLanes.INVITATIONS, "POST /api/member_invitations", collaborators("Invite")),
  ADD_ACCOUNT(
      WorkatoLanes.MEMBERS,
      "POST /api/managed_users/:id/members",
      collaborators("Add collaborator")),
  MEMBERS(WorkatoLanes.MEMBERS, "GET /api/members", collaborators("Get collaborators")),
  MEMBER(WorkatoLanes.MEMBERS, "GET /api/members/:id", collaborators("Get collaborator")),
  MEMBER_PRIVILEGES(
      WorkatoLanes.MEMBERS,
      "GET /api/members/:id/privileges",
      collaborators("Get collaborator privileges")),
  MEMBER_PROJECTS_PRIVILEGES(
      WorkatoLanes.MEMBERS,
      "GET /api/members/:id/projects_privileges",
      collaborators("Get collaborator privileges")),
  SET_ROLES(
      WorkatoLanes.MEMBERS, "PUT /api/members/:id", collaborators("Update collaborator's roles")),
  DELETE_MEMBER(
      WorkatoLanes.MEMBERS, "DELETE /api/members/:id", collaborators("Delete collaborator")),
  MEMBER_GRANTS(
      WorkatoLanes.MEMBERS,
      "GET /api/members/:id/project_grants",
      collaborators("Get collaborator's project grants")),
  GROUPS(WorkatoLanes.GROUPS, "GET /api/user_groups", groups("List groups")),
  CREATE_GROUP(WorkatoLanes.GROUPS, "POST /api/user_groups", groups("Create group")),
  GROUP(WorkatoLanes.GROUPS, "GET /api/user_groups/:id", groups("Get group")),
  UPDATE_GROUP(WorkatoLanes.GROUPS, "PUT /api/user_groups/:id", groups("Update group")),
  DELETE_GROUP(WorkatoLanes.GROUPS, "DELETE /api/user_groups/:id", groups("Delete group")),
  GROUP_GRANTS(
      WorkatoLanes.GROUPS,
      "GET /api/user_groups/:id/project_grants",
      groups("List group's project grants")),
  GROUP_MEMBERS(
      WorkatoLanes.GROUPS, "GET /api/user_groups/:id/members", groups("List group members")),
  ADD_MEMBERS(
      WorkatoLanes.GROUPS, "POST /api/user_groups/:id/members", groups("Add group members")),
  REMOVE_MEMBERS(
      WorkatoLanes.GROUPS, "DELETE /api/user_groups/:id/members", groups("Remove group members")),
  ENVIRONMENT_ROLES(
      WorkatoLanes.ENVIRONMENT_ROLES,
      "GET /api/environment_roles",
      environmentRoles("List environment roles")),
  ENVIRONMENT_ROLE(
      WorkatoLanes.ENVIRONMENT_ROLES,
      "GET /api/environment_roles/:id",
      environmentRoles("Get environment role")),
  CREATE_ENVIRONMENT_ROLE(
      WorkatoLanes.ENVIRONMENT_ROLES,
      "POST /api/environment_roles",
      environmentRoles("Create environment role")),
  UPDATE_ENVIRONMENT_ROLE(
      WorkatoLanes.ENVIRONMENT_ROLES,
      "PUT /api/environment_roles/:id",
      environmentRoles("Update environment role")),
  DELETE_ENVIRONMENT_ROLE(
      WorkatoLanes.ENVIRONMENT_ROLES,
      "DELETE /api/environment_roles/:id",
      environmentRoles("Delete environment role")),
  PROJECT_ROLE(
      WorkatoLanes.PROJECT_ROLES, "GET /api/project_roles/:id", projectRoles("Get project role")),
  CREATE_PROJECT_ROLE(
      WorkatoLanes.PROJECT_ROLES, "POST /api/project_roles", projectRoles("Create project role")),
  UPDATE_PROJECT_ROLE(
      WorkatoLanes.PROJECT_ROLES,
      "PUT /api/project_roles/:id",
      projectRoles("Update project role")),
  DELETE_PROJECT_ROLE(
      WorkatoLanes.PROJECT_ROLES,
      "DELETE /api/project_roles/:id",
      projectRoles("Delete project role")),
  PROJECT_ROLES(
      WorkatoLanes.PROJECT_ROLES, "GET /api/project_roles", projectRoles("List project roles")),
  LEGACY_ROLES(
      WorkatoLanes.LEGACY_ROLES,
      "GET /api/roles",
      "Admin > Collaborator roles > List non-system roles"),
  UPDATE_LEGACY_ROLE(
      WorkatoLanes.LEGACY_ROLES,
      "PUT /api/roles/:id",
      "Admin > Collaborator roles > Update non-system role"),
  COPY_LEGACY_ROLE(
      WorkatoLanes.LEGACY_ROLES,
      "POST /api/roles/:id/copy",
      "Admin > Collaborator roles > Copy non-system role"),
  MIGRATE_ROLES(
      WorkatoLanes.ROLE_MIGRATION,
      "POST /api/roles_migration/system_roles",
      "Admin > Roles migration > Migrate system roles"),
  MIGRATE_ROLE(
      WorkatoLanes.ROLE_MIGRATION,
      "POST /api/roles_migration/custom_role",
      "Admin > Roles migration > Migrate custom role"),
  PROJECTS(
      WorkatoLanes.PROJECTS, "GET /api/projects", "Projects > Projects & folders > List projects"),
  FOLDERS(
      WorkatoLanes.PROJECTS, "GET /api/folders", "Projects > Projects & folders > List folders"),
  GRANTS(
      WorkatoLanes.PROJECT_GRANTS,
      "GET /api/projects/:id/project_grants",
      grants("List project grants")),
  SET_GRANTS(
      WorkatoLanes.PROJECT_GRANTS,
      "PUT /api/projects/:id/project_grants",
      grants("Add or update project grants")),
  GRANT(WorkatoLanes.PROJECT_GRANTS, "GET /api/project_grants/:id", grants("Get project grant")),
  CHANGE_GRANT(
      WorkatoLanes.PROJECT_GRANTS, "PUT /api/project_grants/:id", grants("Update project grant")),
  DELETE_GRANT(
      WorkatoLanes.PROJECT_GRANTS,
      "DELETE /api/project_grants/:id",
      grants("Delete project grant")),
  AUDIT_LOG(
      WorkatoLanes.AUDIT_LOG,
      "GET /api/activity_logs",
      "Admin > Environment management > Audit log");

  /** Where privileges are ticked. */
  static final String SCREEN = "Workspace admin > API clients > Client roles";

  private final Lane category;
  private final String call;
  private final String privilege;

  Endpoint(Lane category, String call, String privilege) {
    this.category = category;
    this.call = call;
    this.privilege = privilege;
  }

  /** The quota it counts against. */
  Lane category() {
    return category;
  }

  /** Method and path, as the vendor's pages write it. */
  String call() {
    return call;
  }

  /** The same of a customer's workspace. */
  String call(ManagedPrefix prefix) {
    String path = call.replaceFirst("^\\S+ /api(/managed_users/:id)?", "");
    return method() + " /api" + prefix.of(this) + "/:id" + path;
  }

  /** Whether a customer's workspace has it, rather than the partner's own. */
  boolean isOfCustomers() {
    return this != WORKSPACE;
  }

  /** How it is called. */
  String method() {
    return call.substring(0, call.indexOf(' '));
  }

  /** Where to tick it, on the {@link #SCREEN}. */
  String privilege() {
    return privilege;
  }

  private static String collaborators(String privilege) {
    return "Admin > Workspace collaborators > Collaborators > " + privilege;
  }

  private static String groups(String privilege) {
    return "Admin > Workspace collaborators > User groups > " + privilege;
  }

  private static String environmentRoles(String privilege) {
    return "Admin > Environment roles > " + privilege;
  }

  private static String projectRoles(String privilege) {
    return "Admin > Project roles > " + privilege;
  }

  private static String grants(String privilege) {
    return "Projects > Project grants > " + privilege;
  }
}
