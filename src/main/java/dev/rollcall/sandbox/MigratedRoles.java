package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The migration of the workspace to the newer permission model: what each role becomes, and the
 * change itself. Custom roles that were not migrated before become nothing.
 */
final class MigratedRoles {

  /**
   * What a role of the older model becomes in an environment.
   *
   * @param folders of the projects on which the project role is given; empty for all
   */
  record Becomes(String environmentRole, String projectRole, List<Long> folders) {}

  private static final Map<String, Becomes> SYSTEM =
      Map.of(
          "Admin", new Becomes("Environment admin", "Project admin", List.of()),
          "Analyst", new Becomes("Environment manager", "Advanced builder", List.of()),
          "Operator", new Becomes("Member", "Project operator", List.of()));

  private final SandboxTenant tenant;
  private final Store store;
  private final Map<Long, Map<String, Becomes>> byMember = new LinkedHashMap<>();

  /** One that was not carried out yet. */
  MigratedRoles(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    store.members.rows().forEach(member -> byMember.put(member.id(), becomes(member.roles())));
  }

  private Map<String, Becomes> becomes(Map<String, String> roles) {
    Map<String, Becomes> become = new LinkedHashMap<>();
    for (StoredRow.Environment environment : store.environments.rows()) {
      Optional.ofNullable(roles.get(environment.type()))
          .flatMap(this::becomes)
          .ifPresent(after -> become.put(environment.type(), after));
    }
    return become;
  }

  private Optional<Becomes> becomes(String role) {
    return Optional.ofNullable(SYSTEM.get(role))
        .or(
            () ->
                store
                    .legacyRolesByName
                    .first(role)
                    .filter(custom -> store.environmentRolesByName.count(role) > 0)
                    .map(custom -> new Becomes(role, role, custom.folderIds())));
  }

  /** What a member holds afterwards, by environment. */
  Map<String, Becomes> of(StoredRow.Member member) {
    return byMember.getOrDefault(member.id(), Map.of());
  }

  /** What a member holds afterwards on a project. */
  Optional<String> on(StoredRow.Project project, StoredRow.Member member) {
    return Optional.ofNullable(of(member).get(project.environment()))
        .filter(after -> after.folders().isEmpty() || after.folders().contains(project.folderId()))
        .map(Becomes::projectRole);
  }

  /** Makes a custom role one of the newer model; whoever holds it keeps it. */
  static void migrate(StoredRow.LegacyRole role, SandboxTenant tenant) {
    Map<String, Object> config = new LinkedHashMap<>(role.privileges());
    NewRoles roles = new NewRoles(tenant.store(), tenant.ids(), tenant.now());
    if (tenant.store().environmentRolesByName.count(role.name()) == 0) {
      roles.environmentRole(role.name(), config);
      roles.projectRole(role.name(), config);
    }
  }

  /** Carries it out. */
  void carryOut() {
    Instant now = tenant.now();
    new NewRoles(store, tenant.ids(), now).supply();
    List<StoredRow.Member> members = new ArrayList<>(store.members.rows());
    if (tenant.is(Switch.MIGRATION, "forgets-one") && !members.isEmpty()) {
      byMember.remove(members.get(members.size() - 1).id());
    }
    for (StoredRow.Member member : members) {
      store.put(member.withRoles(names(of(member))));
      store.projects.rows().forEach(project -> grant(project, member));
    }
    for (StoredRow.Invitation pending : List.copyOf(store.invitations.rows())) {
      store.put(pending.withRoles(names(becomes(pending.roles()))));
    }
    List.copyOf(store.legacyRoles.rows())
        .forEach(role -> store.remove(store.legacyRoles, role.key()));
    store.model(RoleModel.RBAC);
  }

  private static Map<String, String> names(Map<String, Becomes> roles) {
    Map<String, String> names = new LinkedHashMap<>();
    roles.forEach((environment, after) -> names.put(environment, after.environmentRole()));
    return names;
  }

  private void grant(StoredRow.Project project, StoredRow.Member member) {
    on(project, member)
        .flatMap(store.projectRolesByName::first)
        .ifPresent(
            role -> {
              String id = tenant.ids().grant();
              store.put(
                  store.grants,
                  id,
                  new StoredRow.Grant(
                      id, project.id(), role.id(), StoredRow.Grant.ofUser(member.id())));
            });
  }
}
