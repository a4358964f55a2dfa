package dev.rollcall.tenant.workato;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.Lane;

/** The two kinds of roles of the newer model, whose calls are alike. */
enum RoleKind {
  /** {@code /api/environment_roles}. */
  ENVIRONMENT(
      WorkatoVocabulary.ENVIRONMENT_ROLE,
      WorkatoLanes.ENVIRONMENT_ROLES,
      "environment_role",
      new Calls(
          Endpoint.ENVIRONMENT_ROLE,
          Endpoint.CREATE_ENVIRONMENT_ROLE,
          Endpoint.UPDATE_ENVIRONMENT_ROLE,
          Endpoint.DELETE_ENVIRONMENT_ROLE)),
  /** {@code /api/project_roles}. */
  PROJECT(
      WorkatoVocabulary.PROJECT_ROLE,
      WorkatoLanes.PROJECT_ROLES,
      "project_role",
      new Calls(
          Endpoint.PROJECT_ROLE,
          Endpoint.CREATE_PROJECT_ROLE,
          Endpoint.UPDATE_PROJECT_ROLE,
          Endpoint.DELETE_PROJECT_ROLE));

  /** The calls of one kind that are about a single role. */
  record Calls(Endpoint get, Endpoint create, Endpoint update, Endpoint delete) {}

  @SuppressWarnings("ImmutableEnumChecker") // built once, and without setters
  private final Kind kind;

  private final Lane lane;
  private final String wrapper;
  private final Calls calls;

  RoleKind(Kind kind, Lane lane, String wrapper, Calls calls) {
    this.kind = kind;
    this.lane = lane;
    this.wrapper = wrapper;
    this.calls = calls;
  }

  /** That of a role. */
  static RoleKind of(Resource role) {
    return role.kind() == PROJECT.kind ? PROJECT : ENVIRONMENT;
  }

  /** What it is to the rest. */
  Kind kind() {
    return kind;
  }

  /** The quota its calls count against. */
  Lane lane() {
    return lane;
  }

  /** The key under which a body holds one. */
  String wrapper() {
    return wrapper;
  }

  /** The path of all of them. */
  String path() {
    return "/" + wrapper + "s";
  }

  /** Its calls. */
  Calls calls() {
    return calls;
  }
}
