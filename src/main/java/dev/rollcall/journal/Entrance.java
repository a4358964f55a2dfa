package dev.rollcall.journal;

import dev.rollcall.apply.TenantBusy;
import dev.rollcall.security.JdbcAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Connects to a repository's database. Who gets in is told beside the address, never in it. */
final class Entrance {

  private static final int H2_FILE_IS_LOCKED = 90020;
  private static final int H2_MUST_WRITE = 90097;
  private static final String H2_USER = "rollcall";

  /** Whoever only looks whether there is a repository connects to none. */
  private static final class DriverLog {

    /** It writes whole addresses to stderr; held, or that would be forgotten. */
    private static final Logger HELD = Logger.getLogger("org.postgresql");

    static void silence() {
      HELD.setLevel(Level.OFF);
    }
  }

  private final RepositorySettings settings;

  Entrance(RepositorySettings settings) {
    this.settings = settings;
  }

  /** The address as it is written to; H2 acknowledges nothing that is not on the disk. */
  String toWrite() {
    JdbcAddress address = settings.address().withoutLogin();
    return settings.engine() == Engine.H2_FILE
        ? address
            .with("WRITE_DELAY", "0")
            // Lanes side by side wait for each other's commits, and a disk may be slow.
            .with("LOCK_TIMEOUT", "30000")
            .with("DB_CLOSE_ON_EXIT", "FALSE")
            // Of each statement of a run, so that none has to be understood again and again.
            .with("QUERY_CACHE_SIZE", "64")
            .with("TRACE_LEVEL_FILE", "0")
            .reveal()
        : address.reveal();
  }

  /** The address as it is only read. */
  String toRead() {
    JdbcAddress address = settings.address().withoutLogin();
    return switch (settings.engine()) {
      case H2_FILE -> address.with("ACCESS_MODE_DATA", "r").with("IFEXISTS", "TRUE").reveal();
      case H2_MEMORY, POSTGRESQL -> address.reveal();
    };
  }

  Connection connect(String url) {
    try {
      return connection(url);
    } catch (SQLException e) {
      throw RepositoryFault.of(e).at(settings.toString(), e);
    }
  }

  /** H2 wants to write to a file that it only reads where it has to mend that. */
  Connection connectToRead(String url) {
    try {
      return connection(url);
    } catch (SQLException e) {
      RepositoryFault fault =
          e.getErrorCode() == H2_MUST_WRITE ? RepositoryFault.DAMAGED : RepositoryFault.of(e);
      throw fault.at(settings.toString(), e);
    }
  }

  Connection connection(String url) throws SQLException {
    try {
      DriverLog.silence();
      return settings
          .engine()
          .connect(url, credentials())
          .orElseThrow(() -> RepositoryFault.ADDRESS.at(settings.toString(), new SQLException()));
    } catch (SQLException e) {
      if (e.getErrorCode() == H2_FILE_IS_LOCKED) {
        throw busy();
      }
      throw e;
    }
  }

  private Properties credentials() {
    Properties credentials = new Properties();
    settings.address().loginSettings().forEach(credentials::setProperty);
    boolean named = settings.address().user().isPresent();
    if (settings.engine() != Engine.POSTGRESQL && !named) {
      credentials.setProperty("user", H2_USER);
    }
    return credentials;
  }

  private TenantBusy busy() {
    String holder =
        Holder.read(Holder.beside(settings.databaseFile()))
            .map(Holder::toString)
            .orElse("another process");
    return new TenantBusy(
        "the repository "
            + settings.databaseFile()
            + " is held by "
            + holder
            + "; several jobs at once want PostgreSQL as their repository");
  }
}
