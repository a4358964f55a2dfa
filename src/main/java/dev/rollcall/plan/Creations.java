package dev.rollcall.plan;

import dev.rollcall.model.Resource;
import java.util.Optional;

/** Tells the operations that make a resource from all others. */
public final class Creations implements Operation.Visitor<Optional<Resource>> {

  private static final Creations VISITOR = new Creations();

  private Creations() {}

  /** The resource that the operation makes, where it makes one. */
  public static Optional<Resource> of(PlannedOperation planned) {
    return planned.operation().accept(VISITOR);
  }

  @Override
  public Optional<Resource> join(Operation.Join operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Resource> define(Operation.Define operation) {
    return operation.before().isEmpty() ? Optional.of(operation.resource()) : Optional.empty();
  }

  @Override
  public Optional<Resource> set(Operation.Set operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Resource> suspend(Operation.Suspend operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Resource> reinstate(Operation.Reinstate operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Resource> withdraw(Operation.Withdraw operation) {
    return Optional.empty();
  }

  @Override
  public Optional<Resource> remove(Operation.Remove operation) {
    return Optional.empty();
  }
}
