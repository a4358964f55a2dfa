package dev.rollcall.safety;

import dev.rollcall.plan.Operation;

/** Whether an operation ends an account, or a person's access by its very kind. */
final class AccountEnds implements Operation.Visitor<Boolean> {

  private static final AccountEnds VISITOR = new AccountEnds();

  private AccountEnds() {}

  static boolean by(Operation operation) {
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
  public Boolean withdraw(Operation.Withdraw operation) {
    return true;
  }

  @Override
  public Boolean define(Operation.Define operation) {
    return false;
  }

  @Override
  public Boolean join(Operation.Join operation) {
    return false;
  }

  @Override
  public Boolean set(Operation.Set operation) {
    return false;
  }

  @Override
  public Boolean reinstate(Operation.Reinstate operation) {
    return false;
  }
}
