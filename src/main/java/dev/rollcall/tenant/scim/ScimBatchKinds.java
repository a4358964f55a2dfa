package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.BatchKind;
import java.util.List;

/** The requests that carry many items. */
final class ScimBatchKinds {

  private static final BatchKind ADD_MEMBERS = new BatchKind("ADD_MEMBERS");
  private static final BatchKind REMOVE_MEMBERS = new BatchKind("REMOVE_MEMBERS");

  /** All of them. */
  static final List<BatchKind> ALL = List.of(ADD_MEMBERS, REMOVE_MEMBERS);

  private ScimBatchKinds() {}

  /** Those that change who is in a group. */
  static BatchKind memberships(boolean adding) {
    return adding ? ADD_MEMBERS : REMOVE_MEMBERS;
  }
}
