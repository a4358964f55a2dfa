package dev.rollcall.source.jdbc;

/**
 * A query to be read. Settings that differ in their query only may share everything else.
 *
 * @param name of the source
 * @param login the database, and who reads
 * @param query what is read
 * @param timeouts how long is waited
 * @param drivers where further drivers are
 */
public record JdbcSettings(
    String name, Login login, Query query, Timeouts timeouts, FurtherDrivers drivers) {

  /** The same database asked something else. */
  public JdbcSettings with(Query other) {
    return new JdbcSettings(name, login, other, timeouts, drivers);
  }
}
