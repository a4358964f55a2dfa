package dev.rollcall.apply;

/**
 * The job repository is there and of no use: it is damaged, cannot be written, or does not let us
 * in. Waiting does not help; somebody has to mend it.
 */
public final class RepositoryUnusable extends RepositoryUnavailable {

  private static final long serialVersionUID = 1L;

  /** With what caused it. */
  public RepositoryUnusable(String message, Throwable cause) {
    super(message, cause);
  }
}
