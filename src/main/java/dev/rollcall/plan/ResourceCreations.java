package dev.rollcall.plan;

import dev.rollcall.model.Resource;
import java.util.Optional;

/** Tells the operations by which a name comes about from all others. */
public final class ResourceCreations {

  private ResourceCreations() {}

  /** Whether the operation makes something that was not there under any name. */
  public static boolean isNew(PlannedOperation planned) {
    return switch (planned.operation().verb()) {
      case DEFINE -> ((Operation.Define) planned.operation()).before().isEmpty();
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE, UNDEFINE -> false;
    };
  }

  /** The resource that the operation makes or renames so, where it does. */
  public static Optional<Resource> of(PlannedOperation planned) {
    return switch (planned.operation().verb()) {
      case DEFINE ->
          Optional.of((Operation.Define) planned.operation())
              .filter(define -> define.before().isEmpty() || define.was().isPresent())
              .map(Operation.Define::resource);
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE, UNDEFINE -> Optional.empty();
    };
  }
}
