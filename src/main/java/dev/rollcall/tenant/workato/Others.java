package dev.rollcall.tenant.workato;

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
    return WorkatoOperation.of(operation).accept(new Beside());
  }

  private final class Beside implements WorkatoOperation.Visitor<Boolean> {

    @Override
    public Boolean createGroup(WorkatoOperation.CreateGroup operation) {
      return false;
    }

    @Override
    public Boolean invite(WorkatoOperation.Invite operation) {
      return false;
    }

    @Override
    public Boolean addToGroup(WorkatoOperation.AddToGroup operation) {
      return index.groupSize(operation.group()).rows() > 0;
    }

    @Override
    public Boolean removeFromGroup(WorkatoOperation.RemoveFromGroup operation) {
      return index.groupSize(operation.group()).rows() > 1;
    }

    @Override
    public Boolean withdrawFromGroup(WorkatoOperation.WithdrawFromGroup operation) {
      return index.groupSize(operation.group()).rows() > 1;
    }

    @Override
    public Boolean setProjectRole(WorkatoOperation.SetProjectRole operation) {
      return index.holders(operation.project(), operation.environment()).stream()
          .anyMatch(holder -> !holder.equals(operation.assignee()));
    }

    @Override
    public Boolean setEnvironmentRole(WorkatoOperation.SetEnvironmentRole operation) {
      return actual.person(operation.email()).stream()
          .flatMap(member -> member.of(WorkatoVocabulary.ENVIRONMENT).stream())
          .anyMatch(role -> !role.on().name().equals(operation.environment().name()));
    }

    // What names several environments is cut up when it is sent, so the others are its own.

    @Override
    public Boolean suspend(WorkatoOperation.Suspend operation) {
      return operation.before().size() > 1;
    }

    @Override
    public Boolean reinstate(WorkatoOperation.Reinstate operation) {
      return false;
    }

    @Override
    public Boolean remove(WorkatoOperation.Remove operation) {
      return false;
    }
  }
}
