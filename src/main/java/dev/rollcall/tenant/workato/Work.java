package dev.rollcall.tenant.workato;

import java.util.List;

/** An operation in the API's terms. */
sealed interface Work {

  /** Items that share a request with others on the same target. */
  record Shared(SharedTarget target, List<Item> items) implements Work {}

  /** A request of its own that may be repeated. */
  record Alone(Changeable target, Item item) implements Work {}

  /** A request of its own that must not be repeated: somebody is invited. */
  record Invitation(WorkatoOperation.Invite operation) implements Work {}

  /** A request of its own that must not be repeated: a group is made. */
  record Creation(WorkatoOperation.CreateGroup operation) implements Work {}

  /**
   * Something it names does not exist.
   *
   * @param satisfied whether that is as good as done
   */
  record Nameless(String what, boolean satisfied) implements Work {}
}
