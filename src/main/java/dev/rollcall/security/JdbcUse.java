package dev.rollcall.security;

/** What an address of a database is for: that decides what it may say. */
public enum JdbcUse {
  /** A roster, read by a driver on board. */
  SOURCE,
  /** A roster, read by a driver that the operator brought. */
  SOURCE_BY_OWN_DRIVER,
  /** The memory of runs. */
  REPOSITORY
}
