package dev.rollcall.journal;

import dev.rollcall.security.JdbcAddress;
import java.sql.Driver;
import java.util.Optional;

/** A database that a repository can be kept in. */
enum Engine {
  /** A file that one process holds at a time. */
  H2_FILE("h2", "ROLLCALL", "org.h2.Driver"),
  /** Gone with the process: for trials. */
  H2_MEMORY("h2", "ROLLCALL", "org.h2.Driver"),
  /** A server that many processes share. */
  POSTGRESQL("postgresql", "rollcall", "org.postgresql.Driver");

  private final String dialect;
  private final String schema;
  private final String driver;

  Engine(String dialect, String schema, String driver) {
    this.dialect = dialect;
    this.schema = schema;
    this.driver = driver;
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

  /** Named rather than searched for, which would load the drivers of all databases there are. */
  Driver driver() {
    try {
      return (Driver) Class.forName(driver).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(driver + " is not on the class path", e);
    }
  }
}
