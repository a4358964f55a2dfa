package dev.rollcall.tenant.workiva;

/** The requests there are, as the vendor's pages write them, with the scope that each takes. */
enum WorkivaCallKind {
  ORGANIZATION("GET /organizations/{id}", Scope.READ),
  ORGANIZATION_ROLES("GET /organizations/{id}/roles", Scope.READ),
  USERS("GET /organizations/{id}/users", Scope.READ),
  USER_ROLES("GET /organizations/{id}/users/{id}/roles", Scope.READ),
  WORKSPACES("GET /organizations/{id}/workspaces", Scope.READ),
  WORKSPACE_ROLES("GET /organizations/{id}/workspaces/{id}/roles", Scope.READ),
  MEMBERSHIPS("GET /organizations/{id}/workspaces/{id}/memberships", Scope.READ),
  MEMBERSHIP_ROLES("GET /organizations/{id}/workspaces/{id}/memberships/{id}/roles", Scope.READ),
  GROUPS("GET /organizations/{id}/workspaces/{id}/groups", Scope.READ),
  GROUP_MEMBERS("GET /organizations/{id}/workspaces/{id}/groups/{id}/members", Scope.READ),
  OPERATION("GET /operations/{id}", Scope.READ),
  PERMISSIONS("GET /permissions", Scope.FILE_READ),
  FILE_PERMISSIONS("GET /{files}/{id}/permissions", Scope.FILE_READ),
  CREATE_USER("POST /organizations/{id}/users", Scope.WRITE),
  ASSIGN_USER("POST /organizations/{id}/users/assignment", Scope.WRITE),
  USER("GET /organizations/{id}/users/{id}", Scope.READ),
  UPDATE_USER("PATCH /organizations/{id}/users/{id}", Scope.WRITE),
  DELETE_USER("DELETE /organizations/{id}/users/{id}", Scope.WRITE),
  CHANGE_USER_ROLES("POST /organizations/{id}/users/{id}/roles/…", Scope.WRITE),
  CREATE_MEMBERSHIP(
      "POST /organizations/{id}/workspaces/{id}/memberships/membershipCreation", Scope.WRITE),
  DELETE_MEMBERSHIP("DELETE /organizations/{id}/workspaces/{id}/memberships/{id}", Scope.WRITE),
  CHANGE_MEMBERSHIP_ROLES(
      "POST /organizations/{id}/workspaces/{id}/memberships/{id}/roles/…", Scope.WRITE),
  CREATE_GROUP("POST /organizations/{id}/workspaces/{id}/groups", Scope.WRITE),
  GROUP("GET /organizations/{id}/workspaces/{id}/groups/{id}", Scope.READ),
  RENAME_GROUP("PATCH /organizations/{id}/workspaces/{id}/groups/{id}", Scope.WRITE),
  DELETE_GROUP("DELETE /organizations/{id}/workspaces/{id}/groups/{id}", Scope.WRITE),
  CHANGE_GROUP_MEMBERS(
      "POST /organizations/{id}/workspaces/{id}/groups/{id}/members/modification", Scope.WRITE),
  CHANGE_FILE_PERMISSIONS("POST /{files}/{id}/permissions/modification", Scope.FILE_WRITE);

  /** Where an API grant gets its scopes. */
  static final String SCREEN = "Organization Admin > Security > Provisioning > API Grant";

  private static final class Scope {
    static final String READ = "organization:read";
    static final String WRITE = "organization:write";
    static final String FILE_READ = "file:read";
    static final String FILE_WRITE = "file:write";
  }

  private final String call;
  private final String scope;

  WorkivaCallKind(String call, String scope) {
    this.call = call;
    this.scope = scope;
  }

  String call() {
    return call;
  }

  String scope() {
    return scope;
  }
}
