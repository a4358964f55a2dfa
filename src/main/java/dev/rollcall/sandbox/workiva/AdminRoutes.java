package dev.rollcall.sandbox.workiva;

import java.util.ArrayList;
import java.util.List;

/** The table of endpoints. */
final class AdminRoutes {

  private static final String READ = "organization:read";
  private static final String WRITE = "organization:write";
  private static final String ORGANIZATION = "/organizations/:organization";
  private static final String SPACE = ORGANIZATION + "/workspaces/:workspace";
  private static final String USER = ORGANIZATION + "/users/:user";
  private static final String SEAT = SPACE + "/memberships/:membership";
  private static final String GROUP = SPACE + "/groups/:group";

  private final List<AdminRoute> routes = new ArrayList<>();

  private AdminRoutes() {}

  /** All of them, of one organization. */
  static List<AdminRoute> of(OrganizationState state) {
    AdminRoutes table = new AdminRoutes();
    AdminPages pages = new AdminPages(state);
    RoleWork roles = new RoleWork(state);
    table.people(new OrganizationUsers(state, pages), roles);
    table.spaces(new OrganizationSpaces(state, pages), roles);
    table.groups(new SpaceGroups(state, pages));
    table.files(new FilePermissions(state, pages));
    return List.copyOf(table.routes);
  }

  private void people(OrganizationUsers users, RoleWork roles) {
    add("GET", ORGANIZATION + "/users", READ, users::list);
    add("POST", ORGANIZATION + "/users", WRITE, users::create);
    add("POST", ORGANIZATION + "/users/assignment", WRITE, users::assign);
    add("GET", USER, READ, users::get);
    add("PATCH", USER, WRITE, users::update);
    add("DELETE", USER, WRITE, users::delete);
    add("GET", USER + "/roles", READ, call -> roles.list(roles.ofUser(call)));
    add("POST", USER + "/roles/assignment", WRITE, c -> roles.take(c, roles.ofUser(c), true));
    add("POST", USER + "/roles/revocation", WRITE, c -> roles.take(c, roles.ofUser(c), false));
  }

  private void spaces(OrganizationSpaces spaces, RoleWork roles) {
    add("GET", ORGANIZATION, READ, spaces::organization);
    add("GET", ORGANIZATION + "/roles", READ, spaces::roles);
    add("GET", ORGANIZATION + "/workspaces", READ, spaces::list);
    add("GET", SPACE + "/roles", READ, spaces::rolesOf);
    add("GET", SPACE + "/memberships", READ, spaces::seats);
    add("POST", SPACE + "/memberships/membershipCreation", WRITE, spaces::join);
    add("GET", SEAT, READ, spaces::seat);
    add("DELETE", SEAT, WRITE, spaces::leave);
    add("GET", SEAT + "/roles", READ, call -> roles.list(roles.ofSeat(call)));
    add("POST", SEAT + "/roles/assignment", WRITE, c -> roles.take(c, roles.ofSeat(c), true));
    add("POST", SEAT + "/roles/revocation", WRITE, c -> roles.take(c, roles.ofSeat(c), false));
    add("GET", "/operations/:operation", READ, roles::poll);
  }

  private void groups(SpaceGroups groups) {
    add("GET", SPACE + "/groups", READ, groups::list);
    add("POST", SPACE + "/groups", WRITE, groups::create);
    add("GET", GROUP, READ, groups::get);
    add("PATCH", GROUP, WRITE, groups::rename);
    add("DELETE", GROUP, WRITE, groups::delete);
    add("GET", GROUP + "/members", READ, groups::members);
    add("POST", GROUP + "/members/modification", WRITE, groups::modify);
  }

  private void files(FilePermissions files) {
    add("GET", "/permissions", "file:read", files::offered);
    for (String family : List.of("files", "documents", "spreadsheets")) {
      String path = "/" + family + "/:file/permissions";
      add("GET", path, "file:read", files.list(family));
      add("POST", path + "/modification", "file:write", files.modify(family));
    }
  }

  private void add(String method, String pattern, String scope, AdminEndpoint endpoint) {
    routes.add(new AdminRoute(method, pattern, scope, endpoint));
  }
}
