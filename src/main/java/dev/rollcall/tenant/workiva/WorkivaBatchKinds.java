package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.BatchKind;
import java.util.List;

/** The API's requests that carry many items. */
final class WorkivaBatchKinds {

  static final BatchKind GIVE_ORGANIZATION_ROLES = new BatchKind("GIVE_ORGANIZATION_ROLES");
  static final BatchKind TAKE_ORGANIZATION_ROLES = new BatchKind("TAKE_ORGANIZATION_ROLES");
  static final BatchKind GIVE_WORKSPACE_ROLES = new BatchKind("GIVE_WORKSPACE_ROLES");
  static final BatchKind TAKE_WORKSPACE_ROLES = new BatchKind("TAKE_WORKSPACE_ROLES");
  static final BatchKind ADD_GROUP_MEMBERS = new BatchKind("ADD_WORKSPACE_GROUP_MEMBERS");
  static final BatchKind REMOVE_GROUP_MEMBERS = new BatchKind("REMOVE_WORKSPACE_GROUP_MEMBERS");
  static final BatchKind SET_PERMISSIONS = new BatchKind("SET_FILE_PERMISSIONS");
  static final BatchKind TAKE_PERMISSIONS = new BatchKind("TAKE_FILE_PERMISSIONS");

  static final List<BatchKind> ALL =
      List.of(
          GIVE_ORGANIZATION_ROLES,
          TAKE_ORGANIZATION_ROLES,
          GIVE_WORKSPACE_ROLES,
          TAKE_WORKSPACE_ROLES,
          ADD_GROUP_MEMBERS,
          REMOVE_GROUP_MEMBERS,
          SET_PERMISSIONS,
          TAKE_PERMISSIONS);

  private WorkivaBatchKinds() {}
}
