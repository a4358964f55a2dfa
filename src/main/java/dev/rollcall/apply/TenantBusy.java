package dev.rollcall.apply;

/** Another run holds the workspace, or the repository; the message names the holder if known. */
public final class TenantBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public TenantBusy(String message) {
    super(message);
  }
}
