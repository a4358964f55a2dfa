package dev.rollcall.target;

/**
 * A token is wrong, lacks a privilege, or belongs to another workspace. The message says which, and
 * what to tick in the API client's role.
 */
public final class AccessRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public AccessRefused(String message) {
    super(message);
  }
}
