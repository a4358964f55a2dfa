package dev.rollcall.safety;

import dev.rollcall.plan.Operation;

/** Whether an operation ends an account, or a person's access by its very kind. */
final class Ends implements Operation.Visitor<Boolean> {

  private static final Ends VISITOR = new Ends();

  private Ends() {}

  static boolean account(Operation operation) {
    return operation.accept(VISITOR);
  }

  @Override
  public Boolean suspend(Operation.Suspend operation) {
    return true;
  }

  @Override
  public Boolean remove(Operation.Remove operation) {
    return true;
  }

  /** What is pending is taken from nobody but leavers. */
  @Override
  public Boolean withdrawFromGroup(Operation.WithdrawFromGroup operation) {
    return true;
  }

  @Override
  public Boolean createGroup(Operation.CreateGroup operation) {
    return false;
  }

  @Override
  public Boolean invite(Operation.Invite operation) {
    return false;
  }

  @Override
  public Boolean setEnvironmentRole(Operation.SetEnvironmentRole operation) {
    return false;
  }

  @Override
  public Boolean addToGroup(Operation.AddToGroup operation) {
    return false;
  }

  @Override
  public Boolean removeFromGroup(Operation.RemoveFromGroup operation) {
    return false;
  }

  @Override
  public Boolean setProjectRole(Operation.SetProjectRole operation) {
    return false;
  }

  @Override
  public Boolean reinstate(Operation.Reinstate operation) {
    return false;
  }
}
