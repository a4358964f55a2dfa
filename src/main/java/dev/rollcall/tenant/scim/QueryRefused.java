package dev.rollcall.tenant.scim;

/** A list cannot be asked for in such a way. */
final class QueryRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QueryRefused(String why) {
    super(why, null, false, false);
  }
}
