package dev.rollcall.source.jdbc;

import dev.rollcall.security.JdbcAddress;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of database, read by one driver, wants to be asked its own way.
 *
 * <p>Must: let rows stream, so that no more than a fetch of them is held; have the database itself
 * refuse writes where it can; bound every wait.
 */
interface Dialect {

  /** What the driver is told besides the address. */
  Map<String, String> properties(JdbcSettings settings);

  /**
   * The address as the driver takes it. Who gets in is told beside it: drivers like to quote
   * addresses.
   */
  default String url(JdbcAddress address) {
    return address.withoutLogin().reveal();
  }

  /** Rows that are held at a time. */
  default int fetchSize() {
    return 200;
  }

  /** Begins a transaction in which nothing can be written. */
  default void settle(Connection connection, Timeouts timeouts) throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Code that the database brings along and that would run in this process, for people. */
  default Optional<String> storedCode(Connection connection) throws SQLException {
    return Optional.empty();
  }

  /** Bounds how long the statement may take. */
  default void limit(Statement statement, Timeouts timeouts) throws SQLException {
    statement.setQueryTimeout(timeouts.querySeconds());
  }

  /** Makes the database stop sending, so that closing need not wait for the rows not read. */
  default void interrupt(Statement statement) throws SQLException {
    statement.cancel();
  }

  /** The dialect of an address that a driver on board reads. */
  static Optional<Dialect> onBoard(String url) {
    return switch (JdbcAddress.of(url).scheme()) {
      case "postgresql" -> Optional.of(new PostgreSql());
      case "mariadb", "mysql" -> Optional.of(new MariaDb());
      case "sqlserver" -> Optional.of(new SqlServer());
      case "h2" -> Optional.of(new H2());
      default -> Optional.empty();
    };
  }

  /** The dialect of an address that this driver, from a folder, reads. */
  static Dialect of(String url, Driver driver) {
    if (driver.getClass().getName().startsWith("com.mysql.")) {
      return new MySqlConnector();
    }
    return onBoard(url).orElseGet(OtherDatabase::new);
  }

  /** Name, password and what the job file says of other properties; the latter counts last. */
  static Map<String, String> with(Map<String, String> own, Login login) {
    Map<String, String> all = new HashMap<>(own);
    login.username().ifPresent(user -> all.put("user", user));
    login.password().ifPresent(password -> all.put("password", password));
    all.putAll(login.properties());
    return all;
  }

  /** The same, and then who gets in by the address. */
  static Map<String, String> withAddress(Map<String, String> own, Login login) {
    Map<String, String> all = with(own, login);
    login
        .address()
        .loginSettings()
        .forEach(
            (name, value) -> {
              String known = name.equalsIgnoreCase("username") ? "user" : name;
              String key =
                  all.keySet().stream().filter(known::equalsIgnoreCase).findFirst().orElse(known);
              all.put(key, value);
            });
    return all;
  }
}
