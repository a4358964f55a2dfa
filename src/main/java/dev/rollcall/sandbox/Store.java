package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of the stand-in as tables. Every change goes through {@link #put} and {@link #remove},
 * which note it for the state file. Not thread-safe: {@link Tenant} holds the lock.
 */
final class Store {

  /** A changed row; the row is empty where it was removed. */
  record Change(String table, String key, Optional<Row> row) {}

  final Table<Row.Meta> meta = new Table<>("meta", Row.Meta.class);
  final Table<Row.Counter> counters = new Table<>("counters", Row.Counter.class);
  final Table<Row.Environment> environments = new Table<>("environments", Row.Environment.class);
  final Table<Row.Token> tokens = new Table<>("tokens", Row.Token.class);
  final Table<Row.Role> environmentRoles = new Table<>("environment_roles", Row.Role.class);
  final Table<Row.Role> projectRoles = new Table<>("project_roles", Row.Role.class);
  final Table<Row.Project> projects = new Table<>("projects", Row.Project.class);
  final Table<Row.Group> groups = new Table<>("groups", Row.Group.class);
  final Table<Row.Member> members = new Table<>("members", Row.Member.class);
  final Table<Row.Invitation> invitations = new Table<>("invitations", Row.Invitation.class);
  final Table<Row.Invited> invited = new Table<>("invited", Row.Invited.class);
  final Table<Mail> mails = new Table<>("mails", Mail.class);
  final Table<Row.Grant> grants = new Table<>("grants", Row.Grant.class);
  final Table<Row.Log> log = new Table<>("log", Row.Log.class);

  final Table.Index<Row.Member> membersByEmail =
      members.index(member -> List.of(lower(member.email())));
  final Table.Index<Row.Member> membersByGroup = members.index(Row.Member::groups);
  final Table.Index<Row.Invitation> invitationsByEmail =
      invitations.index(invitation -> List.of(lower(invitation.email())));
  final Table.Index<Row.Invitation> invitationsByGroup = invitations.index(Row.Invitation::groups);
  final Table.Index<Row.Group> groupsByName = groups.index(group -> List.of(group.name()));
  final Table.Index<Row.Role> environmentRolesByName =
      environmentRoles.index(role -> List.of(role.name()));
  final Table.Index<Row.Role> projectRolesByName = projectRoles.index(role -> List.of(role.name()));
  final Table.Index<Row.Project> projectsByEnvironment =
      projects.index(project -> List.of(project.environment()));
  final Table.Index<Row.Grant> grantsByProject =
      grants.index(grant -> List.of(Long.toString(grant.project())));
  final Table.Index<Row.Grant> grantsByAssignee = grants.index(grant -> List.of(grant.assignee()));
  final Table.Index<Row.Grant> grantsByBoth =
      grants.index(grant -> List.of(grant.project() + " " + grant.assignee()));

  private final List<Change> pending = new ArrayList<>();

  List<Table<?>> tables() {
    return List.of(
        meta,
        counters,
        environments,
        tokens,
        environmentRoles,
        projectRoles,
        projects,
        groups,
        members,
        invitations,
        invited,
        mails,
        grants,
        log);
  }

  <R extends Row> void put(Table<R> table, String key, R row) {
    table.set(key, Optional.of(row));
    pending.add(new Change(table.name(), key, Optional.of(row)));
  }

  <R extends Row> void remove(Table<R> table, String key) {
    table.set(key, Optional.empty());
    pending.add(new Change(table.name(), key, Optional.empty()));
  }

  /** The changes since the last call; the caller writes them down. */
  List<Change> takeChanges() {
    List<Change> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }

  Row.Meta meta() {
    return meta.find("workspace").orElseThrow();
  }

  void putMeta(Row.Meta changed) {
    put(meta, "workspace", changed);
  }

  void put(Row.Member member) {
    put(members, member.key(), member);
  }

  void put(Row.Invitation invitation) {
    put(invitations, invitation.key(), invitation);
  }

  /** The next number of a kind of id, never given out again. */
  long next(String kind, long first) {
    long next = counters.find(kind).map(counter -> counter.last() + 1).orElse(first);
    put(counters, kind, new Row.Counter(next));
    return next;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
