package dev.rollcall.tenant.workato;

import static dev.rollcall.tenant.workato.WorkatoCalls.bracketed;
import static dev.rollcall.tenant.workato.WorkatoCalls.classic;
import static dev.rollcall.tenant.workato.WorkatoCalls.path;

import dev.rollcall.model.Config;
import dev.rollcall.tenant.http.BodyReader;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.RepeatRule;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import dev.rollcall.tenant.workato.payload.MigrationRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The part of the Developer API that is about roles: both models', and the way between them. */
final class RoleApi {

  private final WorkatoCalls calls;

  RoleApi(WorkatoCalls calls) {
    this.calls = calls;
  }

  /** Workato Developer API, Environment roles: List environment roles. */
  FinishedCall<ListPage<NamedRow>> environmentRoles(int page) {
    return calls.list(
        Endpoint.ENVIRONMENT_ROLES,
        calls.settings().main(),
        "/environment_roles?" + bracketed(page),
        NamedRow::read);
  }

  /** Workato Developer API, Environment roles and Project roles: Get one, with its config. */
  FinishedCall<DefinitionRow> role(RoleKind kind, Id id) {
    return calls.get(
        kind.calls().get(),
        calls.settings().main(),
        kind.path() + "/" + path(id),
        calls.json().one(DefinitionRow::read));
  }

  /**
   * Workato Developer API, Environment roles and Project roles: Create one. The row has no id where
   * the answer does not tell it.
   */
  FinishedCall<DefinitionRow> createRole(RoleKind kind, String name, Config config) {
    return calls.send(
        kind.lane(),
        RepeatRule.WHEN_NOT_DONE,
        calls.call(
            kind.calls().create(), calls.settings().main(), kind.path(), body(kind, name, config)),
        calls
            .json()
            .oneIfAny(
                DefinitionRow::read,
                new DefinitionRow(Id.NONE, name, "", Optional.empty(), OptionalInt.empty())));
  }

  /** Workato Developer API, Environment roles and Project roles: Update one; names all of it. */
  FinishedCall<String> updateRole(RoleKind kind, Id id, String name, Config config) {
    return calls.change(
        kind.calls().update(),
        calls.settings().main(),
        kind.path() + "/" + path(id),
        body(kind, name, config));
  }

  /** Workato Developer API, Environment roles and Project roles: Delete one. */
  FinishedCall<String> deleteRole(RoleKind kind, Id id) {
    return calls.change(
        kind.calls().delete(),
        calls.settings().main(),
        kind.path() + "/" + path(id),
        Optional.empty());
  }

  private static Optional<Object> body(RoleKind kind, String name, Config config) {
    return Optional.of(
        Map.of(kind.wrapper(), Map.of("name", name, "config", WorkatoJson.raw(config))));
  }

  /** Workato Developer API, Project roles: List project roles. */
  FinishedCall<ListPage<NamedRow>> projectRoles(int page) {
    return calls.list(
        Endpoint.PROJECT_ROLES,
        calls.settings().main(),
        "/project_roles?" + bracketed(page),
        NamedRow::read);
  }

  /** Workato Developer API, Roles: List custom collaborator roles, those of the older model. */
  FinishedCall<ListPage<NamedRow>> legacyRoles(int page) {
    return calls.list(
        Endpoint.LEGACY_ROLES, calls.settings().main(), "/roles?" + classic(page), NamedRow::read);
  }

  /** The same list, with the projects that each role is for. */
  FinishedCall<ListPage<LegacyRoleRow>> legacyRoleRows(int page) {
    return calls.list(
        Endpoint.LEGACY_ROLES,
        calls.settings().main(),
        "/roles?" + classic(page),
        LegacyRoleRow::read);
  }

  /**
   * Workato Developer API, Roles: Update a custom role, the projects that it is for. Its body is
   * not documented, so that they are named in two ways.
   */
  FinishedCall<String> updateLegacyRole(Id role, Config folders) {
    Map<String, Object> fields = Map.of(DefinedLegacyRole.FOLDERS, WorkatoJson.raw(folders));
    return calls.change(
        Endpoint.UPDATE_LEGACY_ROLE,
        calls.settings().main(),
        "/roles/" + path(role),
        Optional.of(Map.of(DefinedLegacyRole.FOLDERS, WorkatoJson.raw(folders), "role", fields)));
  }

  /**
   * Workato Developer API, Roles: Copy a custom role. Whether it heeds a name is not documented.
   */
  FinishedCall<String> copyLegacyRole(Id role, String name) {
    return calls.send(
        WorkatoLanes.LEGACY_ROLES,
        RepeatRule.WHEN_NOT_SENT,
        calls.call(
            Endpoint.COPY_LEGACY_ROLE,
            calls.settings().main(),
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
        calls.json().large(MigrationRow::read));
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
    return calls.send(
        WorkatoLanes.ROLE_MIGRATION,
        RepeatRule.WHEN_NOT_DONE,
        calls.call(endpoint, calls.settings().main(), path, Optional.of(body)),
        reading);
  }
}
