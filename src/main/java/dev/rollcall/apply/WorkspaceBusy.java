package dev.rollcall.apply;

/** Another run holds the workspace, or the repository; the message names the holder if known. */
public final class WorkspaceBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public WorkspaceBusy(String message) {
    super(message);
  }
}
