package dev.rollcall.plan;

import java.util.Optional;

/** Tells the operations that bring people in from all others. */
public final class Joins {

  private Joins() {}

  /** The operation, where it brings somebody in. */
  public static Optional<Operation.Join> of(PlannedOperation planned) {
    return switch (planned.operation().verb()) {
      case JOIN -> Optional.of((Operation.Join) planned.operation());
      case DEFINE, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE, UNDEFINE -> Optional.empty();
    };
  }

  /** Whether it takes a seat: whoever is invited again has one already. */
  public static boolean takesSeat(PlannedOperation planned, Invitations open) {
    return of(planned).filter(join -> open.to(join.email()).isEmpty()).isPresent();
  }
}
