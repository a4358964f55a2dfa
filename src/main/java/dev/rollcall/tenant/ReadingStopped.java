package dev.rollcall.tenant;

/** A stop, or the end of the time that was given, came before the workspace was read. */
public final class ReadingStopped extends TenantUnavailable {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public ReadingStopped(String message) {
    super(message);
  }
}
