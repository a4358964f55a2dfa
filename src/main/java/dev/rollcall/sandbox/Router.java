package dev.rollcall.sandbox;

import static dev.rollcall.sandbox.Quotas.Category.ENVIRONMENT_ROLES;
import static dev.rollcall.sandbox.Quotas.Category.GROUPS;
import static dev.rollcall.sandbox.Quotas.Category.INVITATIONS;
import static dev.rollcall.sandbox.Quotas.Category.LEGACY_ROLES;
import static dev.rollcall.sandbox.Quotas.Category.MEMBERS;
import static dev.rollcall.sandbox.Quotas.Category.PROJECTS;
import static dev.rollcall.sandbox.Quotas.Category.PROJECT_GRANTS;
import static dev.rollcall.sandbox.Quotas.Category.PROJECT_ROLES;
import static dev.rollcall.sandbox.Quotas.Category.ROLES_MIGRATION;
import static dev.rollcall.sandbox.Quotas.Category.UNLIMITED;
import static dev.rollcall.sandbox.Route.Access.ANY;
import static dev.rollcall.sandbox.Route.Access.MAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of endpoints. */
final class Router {
  private final List<Route> routes = new ArrayList<>();

  Router(SandboxTenant tenant) {
    common(tenant);
    add("GET", "/api/users/me", UNLIMITED, ANY, new WorkspaceEndpoint(tenant)::me);
  }

  private Router() {}

  /** That of a customer's workspace. */
  static Router ofCustomer(SandboxTenant tenant) {
    Router router = new Router();
    router.common(tenant);
    InvitationsEndpoint invitations = new InvitationsEndpoint(tenant);
    router.add("POST", "/api/members", MEMBERS, MAIN, new AddedMembersEndpoint(tenant)::add);
    router.add("POST", "/api/member_invitation", INVITATIONS, MAIN, invitations::invite);
    return router;
  }

  private void common(SandboxTenant tenant) {
    collaborators(tenant);
    groups(tenant);
    roles("environment_roles", ENVIRONMENT_ROLES, RolesEndpoint.environmentRoles(tenant));
    roles("project_roles", PROJECT_ROLES, RolesEndpoint.projectRoles(tenant));
    legacyRoles(new LegacyRolesEndpoint(tenant));
    migration(new RoleMigrationEndpoint(tenant));
    projects(tenant);
    add("GET", "/api/activity_logs", UNLIMITED, MAIN, new ActivityLogsEndpoint(tenant)::list);
  }

  Optional<Route> find(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && route.match(path).isPresent())
        .findFirst();
  }

  /** All of them. */
  List<Route> routes() {
    return List.copyOf(routes);
  }

  private void collaborators(SandboxTenant tenant) {
    MembersEndpoint members = new MembersEndpoint(tenant);
    MemberAccessEndpoint access = new MemberAccessEndpoint(tenant);
    InvitationsEndpoint invitations = new InvitationsEndpoint(tenant);
    add("POST", "/api/member_invitations", INVITATIONS, MAIN, invitations::invite);
    add("GET", "/api/members", MEMBERS, MAIN, members::list);
    add("GET", "/api/members/:id", MEMBERS, MAIN, members::get);
    add("PUT", "/api/members/:id", MEMBERS, MAIN, members::update);
    add("DELETE", "/api/members/:id", MEMBERS, MAIN, members::delete);
    add("GET", "/api/members/:id/privileges", MEMBERS, MAIN, access::privileges);
    add("GET", "/api/members/:id/projects_privileges", MEMBERS, MAIN, access::projectsPrivileges);
    add("GET", "/api/members/:id/project_grants", MEMBERS, ANY, access::projectGrants);
  }

  private void groups(SandboxTenant tenant) {
    GroupsEndpoint groups = new GroupsEndpoint(tenant);
    GroupMembersEndpoint members = new GroupMembersEndpoint(tenant);
    add("GET", "/api/user_groups", GROUPS, MAIN, groups::list);
    add("POST", "/api/user_groups", GROUPS, MAIN, groups::create);
    add("GET", "/api/user_groups/:id", GROUPS, MAIN, groups::get);
    add("PUT", "/api/user_groups/:id", GROUPS, MAIN, groups::update);
    add("DELETE", "/api/user_groups/:id", GROUPS, MAIN, groups::delete);
    add("GET", "/api/user_groups/:id/members", GROUPS, MAIN, members::list);
    add("POST", "/api/user_groups/:id/members", GROUPS, MAIN, members::add);
    add("DELETE", "/api/user_groups/:id/members", GROUPS, MAIN, members::remove);
    add("GET", "/api/user_groups/:id/project_grants", GROUPS, ANY, groups::projectGrants);
  }

  private void roles(String name, Quotas.Category category, RolesEndpoint roles) {
    add("GET", "/api/" + name, category, MAIN, roles::list);
    add("POST", "/api/" + name, category, MAIN, roles::create);
    add("GET", "/api/" + name + "/:id", category, MAIN, roles::get);
    add("PUT", "/api/" + name + "/:id", category, MAIN, roles::update);
    add("DELETE", "/api/" + name + "/:id", category, MAIN, roles::delete);
  }

  private void legacyRoles(LegacyRolesEndpoint roles) {
    add("GET", "/api/roles", LEGACY_ROLES, MAIN, roles::list);
    add("PUT", "/api/roles/:id", LEGACY_ROLES, MAIN, roles::update);
    add("POST", "/api/roles/:id/copy", LEGACY_ROLES, MAIN, roles::copy);
  }

  private void migration(RoleMigrationEndpoint migration) {
    String path = "/api/roles_migration/";
    add("POST", path + "system_roles", ROLES_MIGRATION, MAIN, migration::systemRoles);
    add("POST", path + "custom_role", ROLES_MIGRATION, MAIN, migration::customRole);
  }

  private void projects(SandboxTenant tenant) {
    ProjectGrantsEndpoint grants = new ProjectGrantsEndpoint(tenant);
    ProjectsEndpoint projects = new ProjectsEndpoint(tenant);
    add("GET", "/api/projects/:id/project_grants", PROJECT_GRANTS, ANY, grants::list);
    add("PUT", "/api/projects/:id/project_grants", PROJECT_GRANTS, ANY, grants::upsert);
    add("GET", "/api/project_grants/:id", PROJECT_GRANTS, ANY, grants::get);
    add("PUT", "/api/project_grants/:id", PROJECT_GRANTS, ANY, grants::update);
    add("DELETE", "/api/project_grants/:id", PROJECT_GRANTS, ANY, grants::delete);
    add("GET", "/api/projects", PROJECTS, ANY, projects::projects);
    add("GET", "/api/folders", UNLIMITED, ANY, projects::folders);
  }

  private void add(
      String method,
      String pattern,
      Quotas.Category category,
      Route.Access access,
      Route.Endpoint endpoint) {
    routes.add(new Route(method, pattern, category, access, endpoint));
  }
}
