package dev.rollcall.plan;

import dev.rollcall.model.Resource;
import java.util.Optional;

/** Tells the operations that make a resource from all others. */
public final class ResourceCreations {

  private ResourceCreations() {}

  /** The resource that the operation makes, where it makes one. */
  public static Optional<Resource> of(PlannedOperation planned) {
    return switch (planned.operation().verb()) {
      case DEFINE ->
          Optional.of((Operation.Define) planned.operation())
              .filter(define -> define.before().isEmpty())
              .map(Operation.Define::resource);
      case JOIN, SET, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> Optional.empty();
    };
  }
}
