package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.BatchKind;
import java.util.List;

/** The API's requests that carry many items. */
public final class WorkatoBatchKinds {

  /** Members are added to a group. */
  public static final BatchKind ADD_MEMBERS = new BatchKind("ADD_MEMBERS");

  /** Members are taken out of a group. */
  public static final BatchKind REMOVE_MEMBERS = new BatchKind("REMOVE_MEMBERS");

  /** Project roles are given on a project. */
  public static final BatchKind GRANT_PROJECT_ROLES = new BatchKind("GRANT_PROJECT_ROLES");

  /** One grant on a project is given another role, by its id. */
  public static final BatchKind CHANGE_GRANT = new BatchKind("CHANGE_GRANT");

  /** Environment roles of one person are set. */
  public static final BatchKind SET_ENVIRONMENT_ROLES = new BatchKind("SET_ENVIRONMENT_ROLES");

  /** Whether a person keeps groups whose environment roles are set. */
  public static final BatchKind KEEP_GROUPS = new BatchKind("SET_ENVIRONMENT_ROLES_KEEPS_GROUPS");

  /** Whether a person keeps roles on projects whose environment roles are set. */
  public static final BatchKind KEEP_GRANTS = new BatchKind("SET_ENVIRONMENT_ROLES_KEEPS_GRANTS");

  /** Whether a person who is added is known by their address afterwards. */
  public static final BatchKind ADD_BY_ADDRESS = new BatchKind("ADD_ACCOUNT_BY_ADDRESS");

  static final List<BatchKind> ALL =
      List.of(
          ADD_MEMBERS,
          REMOVE_MEMBERS,
          GRANT_PROJECT_ROLES,
          CHANGE_GRANT,
          SET_ENVIRONMENT_ROLES,
          KEEP_GROUPS,
          KEEP_GRANTS);

  private WorkatoBatchKinds() {}

  /** The kind that makes people belong to a group, or takes them out. */
  static BatchKind memberships(boolean belong) {
    return belong ? ADD_MEMBERS : REMOVE_MEMBERS;
  }
}
