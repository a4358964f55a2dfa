package dev.rollcall.sandbox;

/** The sandbox cannot start: a broken seed, an unreadable state file, a port that is taken. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the whole sentence. */
  public SandboxException(String message) {
    super(message);
  }

  /** With the whole sentence, and what led to it. */
  public SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
