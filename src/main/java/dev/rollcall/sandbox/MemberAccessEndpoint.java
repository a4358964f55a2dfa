package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member may do: {@code privileges}, {@code projects_privileges}, {@code project_grants}.
 */
final class MemberAccessEndpoint {
  private final SandboxTenant tenant;
  private final Store store;
  private final GrantLists grants;

  MemberAccessEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    this.grants = new GrantLists(tenant);
  }

  Answer privileges(ApiCall call) {
    List<Object> rows = find(call).roles().entrySet().stream().map(this::privileges).toList();
    return Answer.json(SandboxJson.object("data", rows, "total", rows.size()));
  }

  /** Access to projects in all environments, direct and through groups. */
  Answer projectsPrivileges(ApiCall call) {
    Map<Long, List<StoredRow.Grant>> byProject = new LinkedHashMap<>();
    everything(find(call))
        .forEach(
            grant ->
                byProject.merge(
                    grant.project(),
                    List.of(grant),
                    (left, right) -> Stream.concat(left.stream(), right.stream()).toList()));
    return Answer.data(
        byProject.entrySet().stream()
            .map(entry -> projectPrivileges(entry.getKey(), entry.getValue()))
            .toList());
  }

  Answer projectGrants(ApiCall call) {
    StoredRow.Member member = find(call);
    Stream<StoredRow.Grant> rows =
        tenant.is(Switch.MEMBER_GRANTS, "direct") ? direct(member) : everything(member);
    return grants.ofAssignee(call, rows);
  }

  private Stream<StoredRow.Grant> direct(StoredRow.Member member) {
    return store.grantsByAssignee.all(StoredRow.Grant.ofUser(member.id())).stream();
  }

  private Stream<StoredRow.Grant> everything(StoredRow.Member member) {
    Stream<String> all =
        store.groups.rows().stream().filter(StoredRow.Group::system).map(StoredRow.Group::id);
    return Stream.concat(
        direct(member),
        Stream.concat(member.groups().stream(), all)
            .flatMap(group -> store.grantsByAssignee.all(StoredRow.Grant.ofGroup(group)).stream()));
  }

  private Object privileges(Map.Entry<String, String> role) {
    Optional<StoredRow.LegacyRole> legacy = store.legacyRolesByName.first(role.getValue());
    return SandboxJson.object(
        "environment_type", role.getKey(),
        "name", role.getValue(),
        "privileges",
            legacy
                .<Map<String, ?>>map(StoredRow.LegacyRole::privileges)
                .orElseGet(() -> config(role.getValue())),
        "folder_ids", legacy.map(StoredRow.LegacyRole::folderIds).orElse(List.of()));
  }

  private Map<String, Object> config(String role) {
    return store.environmentRolesByName.first(role).map(StoredRow.Role::config).orElse(Map.of());
  }

  private Object projectPrivileges(long projectId, List<StoredRow.Grant> held) {
    StoredRow.Project project = store.projects.find(Long.toString(projectId)).orElseThrow();
    List<Object> roles =
        held.stream()
            .map(StoredRow.Grant::role)
            .distinct()
            .map(id -> store.projectRoles.find(id).orElseThrow())
            .<Object>map(role -> SandboxJson.object("id", role.id(), "name", role.name()))
            .toList();
    return SandboxJson.object(
        "environment_type", project.environment(),
        "project", SandboxJson.object("id", project.id(), "name", project.name()),
        "project_roles", roles,
        "privileges", Map.of());
  }

  private StoredRow.Member find(ApiCall call) {
    return store.members.find(call.id()).orElseThrow(Refusal::notFound);
  }
}
