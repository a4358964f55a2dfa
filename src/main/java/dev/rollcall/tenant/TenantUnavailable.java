package dev.rollcall.tenant;

/** The workspace did not answer, or not completely: this run cannot go on. */
public sealed class TenantUnavailable extends RuntimeException permits ReadingStopped {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public TenantUnavailable(String message) {
    super(message);
  }

  /** With what caused it. */
  public TenantUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
