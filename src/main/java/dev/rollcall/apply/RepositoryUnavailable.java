package dev.rollcall.apply;

/** The job repository cannot be reached or written. */
public class RepositoryUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what caused it. */
  public RepositoryUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
