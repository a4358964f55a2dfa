package dev.rollcall.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of the stand-in's state; immutable, so that answers can be written outside the lock. */
sealed interface StoredRow
    permits Mail,
        StoredRow.Meta,
        StoredRow.Counter,
        StoredRow.Environment,
        StoredRow.Token,
        StoredRow.Role,
        StoredRow.Permissions,
        StoredRow.LegacyRole,
        StoredRow.Project,
        StoredRow.Group,
        StoredRow.Member,
        StoredRow.Invitation,
        StoredRow.Customer,
        StoredRow.Profile,
        StoredRow.Invited,
        StoredRow.Grant,
        StoredRow.Log {

  /** What there is once: the workspace itself and its settings. */
  record Meta(
      long workspaceId,
      String workspaceName,
      String ownerName,
      String ownerEmail,
      long clockOffsetMillis,
      int quotaPerMinute,
      Map<String, String> behaviour)
      implements StoredRow {
    public Meta {
      behaviour = ordered(behaviour);
    }

    Meta withClockOffsetMillis(long offset) {
      return new Meta(
          workspaceId, workspaceName, ownerName, ownerEmail, offset, quotaPerMinute, behaviour);
    }

    Meta withBehaviour(Map<String, String> turned) {
      return new Meta(
          workspaceId,
          workspaceName,
          ownerName,
          ownerEmail,
          clockOffsetMillis,
          quotaPerMinute,
          turned);
    }
  }

  /** The last number given out for one kind of id. */
  record Counter(long last) implements StoredRow {}

  record Environment(long id, String type, String token) implements StoredRow {}

  /** A token; an asterisk among its projects or privileges means all of them. */
  record Token(String token, String environment, List<String> projects, List<String> privileges)
      implements StoredRow {
    public Token {
      projects = List.copyOf(projects);
      privileges = List.copyOf(privileges);
    }

    boolean sees(Project project) {
      return project.environment().equals(environment)
          && (projects.contains("*") || projects.contains(project.name()));
    }

    boolean may(String privilege) {
      return privileges.contains("*") || privileges.contains(privilege);
    }
  }

  /** An environment role or a project role; {@code id} is what goes over the wire. */
  record Role(String id, String name, String type, Map<String, Object> config, Instant changed)
      implements StoredRow {
    public Role {
      config = ordered(config);
    }

    /** Whether it is this workspace's to change. */
    boolean custom() {
      return type.equals("custom") || type.equals("inheritable");
    }
  }

  /** The permission model; where there is no such row, it is the newer one. */
  record Permissions(RoleModel model) implements StoredRow {}

  /**
   * A custom role of the older model; the three that the vendor supplies have no row.
   *
   * @param folderIds of the projects it is for; empty where it is for all
   */
  record LegacyRole(
      long id,
      String name,
      List<Long> folderIds,
      Map<String, List<String>> privileges,
      Instant created,
      Instant updated)
      implements StoredRow {
    public LegacyRole {
      folderIds = List.copyOf(folderIds);
      privileges = ordered(privileges);
    }

    String key() {
      return Long.toString(id);
    }

    LegacyRole withFolders(List<Long> changed, Instant now) {
      return new LegacyRole(id, name, changed, privileges, created, now);
    }
  }

  record Project(long id, String name, String environment, long folderId) implements StoredRow {}

  record Group(
      String id, String name, String description, boolean system, Instant created, Instant updated)
      implements StoredRow {}

  /** A collaborator; an environment missing from {@code roles} is one without access. */
  record Member(
      long id,
      String email,
      String name,
      String grantType,
      Map<String, String> roles,
      List<String> groups,
      Instant created)
      implements StoredRow {
    public Member {
      roles = ordered(roles);
      groups = List.copyOf(groups);
    }

    String key() {
      return Long.toString(id);
    }

    Member withRoles(Map<String, String> changed) {
      return new Member(id, email, name, grantType, changed, groups, created);
    }

    Member withGroups(List<String> changed) {
      return new Member(id, email, name, grantType, roles, changed, created);
    }
  }

  /** A pending invitation. */
  record Invitation(
      long id,
      String email,
      String name,
      Map<String, String> roles,
      List<String> groups,
      Instant sent)
      implements StoredRow {
    public Invitation {
      roles = ordered(roles);
      groups = List.copyOf(groups);
    }

    String key() {
      return Long.toString(id);
    }

    Invitation withRoles(Map<String, String> changed) {
      return new Invitation(id, email, name, changed, groups, sent);
    }

    Invitation withGroups(List<String> changed) {
      return new Invitation(id, email, name, roles, changed, sent);
    }
  }

  /**
   * A customer's workspace.
   *
   * @param ids those of each environment
   */
  record Customer(Map<String, List<String>> ids) implements StoredRow {
    public Customer {
      ids = ordered(ids);
    }
  }

  /** What a partner told of somebody whom it added; blank for nothing. */
  record Profile(String oauthId, String externalId, String timeZone) implements StoredRow {

    /** Of whom nothing was told. */
    static final Profile NONE = new Profile("", "", "");
  }

  /** When an address was last invited; outlives the invitation. */
  record Invited(Instant last) implements StoredRow {}

  /** One project role on one project; {@code assignee} as {@link #ofUser} or {@link #ofGroup}. */
  record Grant(String id, long project, String role, String assignee) implements StoredRow {
    static String ofUser(long id) {
      return "User/" + id;
    }

    static String ofGroup(String id) {
      return "UserGroup/" + id;
    }

    boolean toUser() {
      return assignee.startsWith("User/");
    }

    String assigneeId() {
      return assignee.substring(assignee.indexOf('/') + 1);
    }

    Grant withRole(String changed) {
      return new Grant(id, project, changed, assignee);
    }
  }

  /** A row of the activity audit log. */
  record Log(
      long id,
      Instant time,
      String event,
      String environment,
      Map<String, Object> user,
      String activity,
      Map<String, Object> resource)
      implements StoredRow {
    public Log {
      user = ordered(user);
      resource = ordered(resource);
    }
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
