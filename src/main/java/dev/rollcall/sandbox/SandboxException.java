package dev.rollcall.sandbox;

/** The sandbox cannot start: a broken seed, an unreadable state file, a port that is taken. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SandboxException(String message) {
    super(message);
  }

  SandboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
