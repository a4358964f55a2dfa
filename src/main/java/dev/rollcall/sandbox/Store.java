package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of the stand-in as tables. Every change goes through {@link #put} and {@link #remove},
 * which note it for the state file. Not thread-safe: {@link SandboxTenant} holds the lock.
 */
final class Store {

  /** A changed row; the row is empty where it was removed. */
  record Change(String table, String key, Optional<StoredRow> row) {}

  /** The key of what there is once. */
  private static final String WORKSPACE = "workspace";

  final Table<StoredRow.Meta> meta = new Table<>("meta", StoredRow.Meta.class);
  final Table<StoredRow.Counter> counters = new Table<>("counters", StoredRow.Counter.class);
  final Table<StoredRow.Environment> environments =
      new Table<>("environments", StoredRow.Environment.class);
  final Table<StoredRow.Token> tokens = new Table<>("tokens", StoredRow.Token.class);
  final Table<StoredRow.Role> environmentRoles =
      new Table<>("environment_roles", StoredRow.Role.class);
  final Table<StoredRow.Role> projectRoles = new Table<>("project_roles", StoredRow.Role.class);
  final Table<StoredRow.Permissions> permissions =
      new Table<>("permissions", StoredRow.Permissions.class);
  final Table<StoredRow.LegacyRole> legacyRoles =
      new Table<>("legacy_roles", StoredRow.LegacyRole.class);
  final Table<StoredRow.Project> projects = new Table<>("projects", StoredRow.Project.class);
  final Table<StoredRow.Group> groups = new Table<>("groups", StoredRow.Group.class);
  final Table<StoredRow.Member> members = new Table<>("members", StoredRow.Member.class);
  final Table<StoredRow.Invitation> invitations =
      new Table<>("invitations", StoredRow.Invitation.class);
  final Table<StoredRow.Invited> invited = new Table<>("invited", StoredRow.Invited.class);
  final Table<Mail> mails = new Table<>("mails", Mail.class);
  final Table<StoredRow.Grant> grants = new Table<>("grants", StoredRow.Grant.class);
  final Table<StoredRow.Customer> customers = new Table<>("customers", StoredRow.Customer.class);
  final Table<StoredRow.Profile> profiles = new Table<>("profiles", StoredRow.Profile.class);
  final Table<StoredRow.Log> log = new Table<>("log", StoredRow.Log.class);

  final Table.Index<StoredRow.Member> membersByEmail =
      members.index(member -> List.of(lower(member.email())));
  final Table.Index<StoredRow.Member> membersByGroup = members.index(StoredRow.Member::groups);
  final Table.Index<StoredRow.Invitation> invitationsByEmail =
      invitations.index(invitation -> List.of(lower(invitation.email())));
  final Table.Index<StoredRow.Invitation> invitationsByGroup =
      invitations.index(StoredRow.Invitation::groups);
  final Table.Index<StoredRow.Group> groupsByName = groups.index(group -> List.of(group.name()));
  final Table.Index<StoredRow.Role> environmentRolesByName =
      environmentRoles.index(role -> List.of(role.name()));
  final Table.Index<StoredRow.Role> projectRolesByName =
      projectRoles.index(role -> List.of(role.name()));
  final Table.Index<StoredRow.LegacyRole> legacyRolesByName =
      legacyRoles.index(role -> List.of(role.name()));
  final Table.Index<StoredRow.Project> projectsByEnvironment =
      projects.index(project -> List.of(project.environment()));
  final Table.Index<StoredRow.Grant> grantsByProject =
      grants.index(grant -> List.of(Long.toString(grant.project())));
  final Table.Index<StoredRow.Grant> grantsByAssignee =
      grants.index(grant -> List.of(grant.assignee()));
  final Table.Index<StoredRow.Grant> grantsByBoth =
      grants.index(grant -> List.of(grant.project() + " " + grant.assignee()));

  final Table.Index<StoredRow.Log> logByUser =
      log.index(row -> List.of(String.valueOf(row.user().get("id"))));

  private final List<Change> pending = new ArrayList<>();

  List<Table<?>> tables() {
    return List.of(
        meta,
        counters,
        environments,
        tokens,
        environmentRoles,
        projectRoles,
        permissions,
        legacyRoles,
        projects,
        groups,
        members,
        invitations,
        invited,
        mails,
        grants,
        customers,
        profiles,
        log);
  }

  <R extends StoredRow> void put(Table<R> table, String key, R row) {
    table.set(key, Optional.of(row));
    pending.add(new Change(table.name(), key, Optional.of(row)));
  }

  <R extends StoredRow> void remove(Table<R> table, String key) {
    table.set(key, Optional.empty());
    pending.add(new Change(table.name(), key, Optional.empty()));
  }

  /** The changes since the last call; the caller writes them down. */
  List<Change> takeChanges() {
    List<Change> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }

  StoredRow.Meta meta() {
    return meta.find(WORKSPACE).orElseThrow();
  }

  void putMeta(StoredRow.Meta changed) {
    put(meta, WORKSPACE, changed);
  }

  /** How permissions are done. */
  RoleModel model() {
    return permissions.find(WORKSPACE).map(StoredRow.Permissions::model).orElse(RoleModel.RBAC);
  }

  void model(RoleModel model) {
    put(permissions, WORKSPACE, new StoredRow.Permissions(model));
  }

  /** Whether a member can have this role in an environment. */
  boolean hasRole(String name) {
    return switch (model()) {
      case RBAC -> environmentRolesByName.count(name) > 0;
      case LEGACY ->
          RoleModel.LEGACY.systemRoles().contains(name) || legacyRolesByName.count(name) > 0;
    };
  }

  void put(StoredRow.Member member) {
    put(members, member.key(), member);
  }

  void put(StoredRow.Invitation invitation) {
    put(invitations, invitation.key(), invitation);
  }

  /** The next number of a kind of id, never given out again. */
  long next(String kind, long first) {
    long next = counters.find(kind).map(counter -> counter.last() + 1).orElse(first);
    put(counters, kind, new StoredRow.Counter(next));
    return next;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The newest line of the audit log about what a member did. */
  Optional<StoredRow.Log> lastActivity(StoredRow.Member member) {
    return logByUser.all(member.key()).stream().max(Comparator.comparing(StoredRow.Log::time));
  }

  /** The group that a call is about. */
  StoredRow.Group group(ApiCall call) {
    return groups.find(call.id()).orElseThrow(Refusal::notFound);
  }

  /** The same, of those that may be changed. */
  StoredRow.Group customGroup(ApiCall call) {
    StoredRow.Group group = group(call);
    if (group.system()) {
      throw Refusal.forbidden("System group cannot be changed");
    }
    return group;
  }
}
