package dev.rollcall.plan;

/** When the tenant shows what an operation has done. */
public enum Visibility {
  /** As soon as it is done. */
  AT_ONCE,
  /** When the person has accepted the invitation. */
  ONCE_ACCEPTED,
  /** Never: it is about an invitation that is pending. */
  NEVER;

  /** When that of an operation shows. */
  public static Visibility of(Operation operation) {
    return switch (operation.verb()) {
      case JOIN -> of((Operation.Join) operation);
      case WITHDRAW -> NEVER;
      case DEFINE, SET, PROFILE, SUSPEND, REINSTATE, REMOVE, UNDEFINE -> AT_ONCE;
    };
  }

  private static Visibility of(Operation.Join operation) {
    return switch (operation.by()) {
      case INVITATION -> ONCE_ACCEPTED;
      case ACCOUNT -> AT_ONCE;
    };
  }
}
