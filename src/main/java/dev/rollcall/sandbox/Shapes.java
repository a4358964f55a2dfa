package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as the API shows them. */
final class Shapes {
  static final String NO_ACCESS = "No access";

  private final Store store;

  Shapes(Store store) {
    this.store = store;
  }

  /** A collaborator; environments without access have a row or none, as the switch says. */
  Map<String, Object> member(StoredRow.Member member, Behaviour<Switch> behaviour) {
    boolean all = behaviour.is(Switch.NO_ACCESS_ROW, "shown");
    WireRoleNames names = new WireRoleNames(store, behaviour);
    List<Object> roles = new ArrayList<>();
    for (StoredRow.Environment environment : store.environments.rows()) {
      String role =
          names.environmentRoleInRow(member.roles().getOrDefault(environment.type(), NO_ACCESS));
      if (all || !role.equals(NO_ACCESS)) {
        roles.add(role(environment.type(), role, behaviour));
      }
    }
    return SandboxJson.object(
        "id", member.id(),
        "grant_type", member.grantType(),
        "roles", roles,
        "last_activity_log", store.lastActivity(member).map(Shapes::activity).orElse(null),
        "external_id", null,
        "name", member.name(),
        "email", member.email(),
        "time_zone", "Pacific Time (US & Canada)",
        "created_at", SandboxClock.pacific(member.created()));
  }

  /** The same as a partner sees it at the id of an environment. */
  Map<String, Object> flatMember(
      StoredRow.Member member, String environment, Behaviour<Switch> behaviour) {
    StoredRow.Profile profile = store.profiles.find(member.key()).orElse(StoredRow.Profile.NONE);
    String role =
        new WireRoleNames(store, behaviour)
            .environmentRoleInRow(member.roles().getOrDefault(environment, NO_ACCESS));
    boolean omitted = role.equals(NO_ACCESS) && behaviour.is(Switch.NO_ACCESS_ROW, "omitted");
    return SandboxJson.object(
        "id", member.id(),
        "grant_type", member.grantType(),
        "role_name", omitted ? null : role,
        "external_id", unlessBlank(profile.externalId()),
        "name", member.name(),
        "email", unlessBlank(member.email()),
        "time_zone",
            profile.timeZone().isEmpty() ? "Pacific Time (US & Canada)" : profile.timeZone());
  }

  private static @Nullable String unlessBlank(String text) {
    return text.isBlank() ? null : text;
  }

  private static Map<String, Object> activity(StoredRow.Log row) {
    return SandboxJson.object(
        "id", row.id(),
        "event_type", row.event(),
        "created_at", SandboxClock.pacific(row.time()));
  }

  /** A role in an environment; one of the older model may keep its type to itself. */
  private Map<String, Object> role(String environment, String role, Behaviour<Switch> behaviour) {
    RoleModel model = store.model();
    Map<String, Object> shown =
        SandboxJson.object(
            "environment_type", environment, "role_name", role, "role_type", model.roleType());
    if (model == RoleModel.LEGACY && !behaviour.is(Switch.LEGACY_ROLE_TYPE, "shown")) {
      shown.remove("role_type");
      if (behaviour.is(Switch.LEGACY_ROLE_TYPE, "empty")) {
        shown.put("role_type", "");
      }
    }
    return shown;
  }

  Map<String, Object> group(StoredRow.Group group) {
    return SandboxJson.object(
        "id", group.id(),
        "name", group.name(),
        "description", group.description().isEmpty() ? null : group.description(),
        "members_count",
            group.system() ? store.members.size() : store.membersByGroup.count(group.id()),
        "system", group.system(),
        "created_at", SandboxClock.pacific(group.created()),
        "updated_at", SandboxClock.pacific(group.updated()));
  }

  /** A grant, with the environment of its project or without, as the switch says. */
  Map<String, Object> grant(StoredRow.Grant grant, Behaviour<Switch> behaviour) {
    Map<String, Object> shown = grant(grant);
    StoredRow.Role role = store.projectRoles.find(grant.role()).orElseThrow();
    shown.put(
        "project_role",
        SandboxJson.object(
            "id", role.id(), "name", new WireRoleNames(store, behaviour).inRow(role)));
    if (behaviour.is(Switch.GRANT_ENVIRONMENT, "omitted")) {
      shown.computeIfPresent("project", (key, project) -> withoutEnvironment((Map<?, ?>) project));
    }
    return shown;
  }

  private static Map<?, ?> withoutEnvironment(Map<?, ?> project) {
    project.remove("environment");
    return project;
  }

  Map<String, Object> grant(StoredRow.Grant grant) {
    StoredRow.Project project = store.projects.find(Long.toString(grant.project())).orElseThrow();
    StoredRow.Role role = store.projectRoles.find(grant.role()).orElseThrow();
    return SandboxJson.object(
        "id", grant.id(),
        "project", project(project),
        "project_role", SandboxJson.object("id", role.id(), "name", role.name()),
        "user_group", grant.toUser() ? null : groupOf(grant),
        "user", grant.toUser() ? userOf(grant) : null);
  }

  private Map<String, Object> project(StoredRow.Project project) {
    StoredRow.Environment environment =
        store.environments.find(project.environment()).orElseThrow();
    return SandboxJson.object(
        "id", project.id(),
        "name", project.name(),
        "environment", SandboxJson.object("id", environment.id(), "type", environment.type()));
  }

  private Map<String, Object> userOf(StoredRow.Grant grant) {
    StoredRow.Member member = store.members.find(grant.assigneeId()).orElseThrow();
    return SandboxJson.object("id", member.id(), "name", member.name(), "email", member.email());
  }

  private Map<String, Object> groupOf(StoredRow.Grant grant) {
    StoredRow.Group group = store.groups.find(grant.assigneeId()).orElseThrow();
    return SandboxJson.object("id", group.id(), "name", group.name());
  }
}
