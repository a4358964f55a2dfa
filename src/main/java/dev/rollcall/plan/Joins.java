package dev.rollcall.plan;

import java.util.Optional;

/** Tells the operations that bring people in from all others. */
public final class Joins implements Operation.Visitor<Optional<Operation.Join>> {

  private static final Joins VISITOR = new Joins();

  private Joins() {}

  /** The operation, where it brings somebody in. */
  public static Optional<Operation.Join> of(PlannedOperation planned) {
    return planned.operation().accept(VISITOR);
  }

  @Override
  public Optional<Operation.Join> join(Operation.Join operation) {
    return Optional.of(operation);
  }

  @Override
  public Optional<Operation.Join> define(Operation.Define operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Operation.Join> set(Operation.Set operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Operation.Join> suspend(Operation.Suspend operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Operation.Join> reinstate(Operation.Reinstate operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Operation.Join> withdraw(Operation.Withdraw operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Operation.Join> remove(Operation.Remove operation) {
    return Optional.empty();
  }
}
