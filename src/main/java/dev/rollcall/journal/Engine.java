package dev.rollcall.journal;

import dev.rollcall.security.JdbcAddress;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** A database that a repository can be kept in. */
enum Engine {
  /** A file that one process holds at a time. */
  H2_FILE("h2", "ROLLCALL"),
  /** Gone with the process: for trials. */
  H2_MEMORY("h2", "ROLLCALL"),
  /** A server that many processes share. */
  POSTGRESQL("postgresql", "rollcall");

  private final String dialect;
  private final String schema;

  Engine(String dialect, String schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  static Optional<Engine> of(JdbcAddress address) {
    if (address.reveal().startsWith("jdbc:postgresql:")) {
      return Optional.of(POSTGRESQL);
    }
    if (!address.reveal().startsWith("jdbc:h2:")) {
      return Optional.empty();
    }
    return switch (address.h2().kind()) {
      case MEMORY -> Optional.of(H2_MEMORY);
      case FILE -> Optional.of(H2_FILE);
      // Whatever else there is (tcp:, ssl:, zip:, nio:) cannot prove that a former owner died.
      case SERVER, STRANGE -> Optional.empty();
    };
  }

  /** What Spring Batch calls the database in the names of its scripts. */
  String dialect() {
    return dialect;
  }

  /** Our own schema, spelled as the database folds names that are not quoted. */
  String schema() {
    return schema;
  }

  /** Connects; empty where the driver makes no sense of the address. */
  Optional<Connection> connect(String url, Properties credentials) throws SQLException {
    if (this != POSTGRESQL) {
      return Optional.of(new H2Connection(url, credentials));
    }
    Driver driver = postgresql();
    // It would quote what it does not read.
    return driver.acceptsURL(url)
        ? Optional.ofNullable(driver.connect(url, credentials))
        : Optional.empty();
  }

  /** Named rather than searched for, which would load the drivers of all databases there are. */
  private static Driver postgresql() {
    try {
      return (Driver) Class.forName("org.postgresql.Driver").getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the driver of PostgreSQL is not on the class path", e);
    }
  }
}
