package dev.rollcall.plan;

/** When the tenant shows what an operation has done. */
public enum Visibility {
  /** As soon as it is done. */
  AT_ONCE,
  /** When the person has accepted the invitation. */
  ONCE_ACCEPTED,
  /** Never: it is about an invitation that is pending. */
  NEVER;

  private static final Of OF = new Of();

  /** When that of an operation shows. */
  public static Visibility of(Operation operation) {
    return operation.accept(OF);
  }

  private static final class Of implements Operation.Visitor<Visibility> {

    @Override
    public Visibility define(Operation.Define operation) {
      return AT_ONCE;
    }

    @Override
    public Visibility join(Operation.Join operation) {
      return switch (operation.by()) {
        case INVITATION -> ONCE_ACCEPTED;
        case ACCOUNT -> AT_ONCE;
      };
    }

    @Override
    public Visibility set(Operation.Set operation) {
      return AT_ONCE;
    }

    @Override
    public Visibility suspend(Operation.Suspend operation) {
      return AT_ONCE;
    }

    @Override
    public Visibility reinstate(Operation.Reinstate operation) {
      return AT_ONCE;
    }

    @Override
    public Visibility withdraw(Operation.Withdraw operation) {
      return NEVER;
    }

    @Override
    public Visibility remove(Operation.Remove operation) {
      return AT_ONCE;
    }
  }
}
