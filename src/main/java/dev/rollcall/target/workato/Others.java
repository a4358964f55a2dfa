package dev.rollcall.target.workato;

import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Operation;

/**
 * Tells whether somebody or something stands beside what an operation names on its target, so that
 * a trial can show harm.
 */
final class Others {

  private final WorkatoIndex index;
  private final Roster actual;

  private Others(WorkatoIndex index, Roster actual) {
    this.index = index;
    this.actual = actual;
  }

  /** As it was at the last snapshot. */
  static Others asOf(WorkatoIndex index, Roster actual) {
    return new Others(index, actual);
  }

  boolean beside(Operation operation) {
    if (operation instanceof Operation.AddToGroup add) {
      return index.groupSize(add.group()).rows() > 0;
    }
    if (operation instanceof Operation.RemoveFromGroup remove) {
      return index.groupSize(remove.group()).rows() > 1;
    }
    if (operation instanceof Operation.WithdrawFromGroup withdraw) {
      return index.groupSize(withdraw.group()).rows() > 1;
    }
    if (operation instanceof Operation.SetProjectRole grant) {
      return index.holders(grant.project(), grant.environment()).stream()
          .anyMatch(holder -> !holder.equals(grant.assignee()));
    }
    if (operation instanceof Operation.SetEnvironmentRole set) {
      return actual.person(set.email()).stream()
          .flatMap(member -> member.entitlements().stream())
          .filter(EnvironmentRole.class::isInstance)
          .anyMatch(role -> !role.target().equals(set.environment().name()));
    }
    // What names several environments is cut up when it is sent, so the others are its own.
    return operation instanceof Operation.Suspend suspend && suspend.before().size() > 1;
  }
}
