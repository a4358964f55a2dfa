package dev.rollcall.tenant;

/**
 * A token is wrong, lacks a privilege, or belongs to another workspace; or what stands between us
 * and the workspace is not as it must be: a certificate, a proxy. The message says which, and what
 * to do.
 */
public final class AccessRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public AccessRefused(String message) {
    super(message);
  }
}
