package dev.rollcall.safety;

import dev.rollcall.model.Entitlement;
import dev.rollcall.plan.RoleRank;
import java.util.Optional;

/**
 * What one operation does to one target of its assignee: given, taken, or exchanged.
 *
 * @param before what is held now; empty where nothing is
 * @param after what is held afterwards; empty where nothing is
 */
record Change(Optional<Entitlement> before, Optional<Entitlement> after) {

  static Change gain(Entitlement entitlement) {
    return new Change(Optional.empty(), Optional.of(entitlement));
  }

  static Change loss(Entitlement entitlement) {
    return new Change(Optional.of(entitlement), Optional.empty());
  }

  /** Whether something is taken, or replaced by what is not known to be at least as much. */
  boolean isLoss() {
    return RoleRank.isLoss(before.map(Entitlement::role), after.map(Entitlement::role));
  }

  /** Whether one of these roles is held afterwards that was not held before. */
  boolean grants(Roles roles) {
    return after.filter(given -> roles.contains(given.role())).isPresent() && !keepsRole();
  }

  /** Whether one of these roles is held now that is not held afterwards. */
  boolean takes(Roles roles) {
    return before.filter(held -> roles.contains(held.role())).isPresent() && !keepsRole();
  }

  private boolean keepsRole() {
    return before.isPresent()
        && after.isPresent()
        && Roles.fold(before.get().role()).equals(Roles.fold(after.get().role()));
  }
}
