package dev.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code /api/roles_migration}: to the newer permission model, and how it would be. */
final class RoleMigrationEndpoint {
  private final SandboxTenant tenant;
  private final Store store;

  RoleMigrationEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
  }

  /** Migrates all system roles with whoever holds them; with {@code dry_run} it only says so. */
  Answer systemRoles(ApiCall call) {
    boolean rehearsal = !call.body().isBlank() && call.json().path("dry_run").asBoolean(false);
    MigratedRoles migrated = new MigratedRoles(tenant);
    Map<String, Object> told = told(migrated);
    if (!rehearsal) {
      migrated.carryOut();
      tenant.log("system_roles_migrated", SandboxJson.object("type", "PrivilegeGroup"));
    }
    return tenant.is(Switch.MIGRATION_ENVELOPE, "data") ? Answer.data(told) : Answer.json(told);
  }

  /** Migrates one custom role, by its id. */
  Answer customRole(ApiCall call) {
    if (tenant.is(Switch.CUSTOM_ROLE_MIGRATION, "refused")) {
      throw Refusal.notFound();
    }
    JsonNode id =
        call.json().path(tenant.behaviour().of(Switch.CUSTOM_ROLE_BODY).replace('-', '_'));
    StoredRow.LegacyRole role =
        store.legacyRoles.find(id.asString("")).orElseThrow(Refusal::notFound);
    if (!call.json().path("dry_run").asBoolean(false)) {
      MigratedRoles.migrate(role, tenant);
      tenant.log(
          "custom_role_migrated",
          SandboxJson.object("id", role.id(), "name", role.name(), "type", "PrivilegeGroup"));
    }
    return Answer.data(
        SandboxJson.object(
            "environment_role", role(role.name()), "project_role", role(role.name())));
  }

  private Map<String, Object> told(MigratedRoles migrated) {
    return SandboxJson.object(
        "environment_roles", roles("EnvironmentAdmin", "EnvironmentManager", "Member"),
        "project_roles", roles("ProjectAdmin", "AdvancedBuilder", "ProjectOperator"),
        "collaborators", people(migrated, true),
        "projects",
            store.projects.rows().stream().map(project -> project(project, migrated)).toList(),
        "moderators", people(migrated, false));
  }

  private List<Map<String, Object>> people(MigratedRoles migrated, boolean ofTeam) {
    return store.members.rows().stream()
        .filter(member -> member.grantType().equals("team") == ofTeam)
        .map(member -> collaborator(member, migrated))
        .toList();
  }

  private static List<Object> roles(String... names) {
    return Stream.of(names).<Object>map(RoleMigrationEndpoint::role).toList();
  }

  private static Map<String, Object> role(String name) {
    return SandboxJson.object("name", name, "config", Map.of());
  }

  private static Map<String, Object> collaborator(StoredRow.Member member, MigratedRoles migrated) {
    Map<String, Object> shown = person(member);
    shown.put(
        "roles",
        migrated.of(member).entrySet().stream()
            .map(
                each ->
                    SandboxJson.object(
                        "environment", each.getKey(),
                        "name", joined(each.getValue().environmentRole())))
            .toList());
    return shown;
  }

  private Map<String, Object> project(StoredRow.Project project, MigratedRoles migrated) {
    return SandboxJson.object(
        "id", project.id(),
        "name", project.name(),
        "environment", project.environment(),
        "collaborators",
            store.members.rows().stream()
                .flatMap(
                    member ->
                        migrated.on(project, member).stream()
                            .map(
                                role -> {
                                  Map<String, Object> shown = person(member);
                                  shown.put("project_role", joined(role));
                                  return shown;
                                }))
                .toList());
  }

  private static Map<String, Object> person(StoredRow.Member member) {
    return SandboxJson.object(
        "user_id", member.id(), "email", member.email(), "name", member.name());
  }

  /** System roles are told in one word here: {@code EnvironmentAdmin}. */
  private static String joined(String role) {
    return RoleModel.RBAC.systemRoles().contains(role) || NewRoles.isOfTheVendor(role)
        ? Stream.of(role.split(" "))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining())
        : role;
  }
}
