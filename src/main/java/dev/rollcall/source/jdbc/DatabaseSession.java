package dev.rollcall.source.jdbc;

import dev.rollcall.source.UnreadableSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One read-only connection to the database of a source. Nothing that happens on it is kept. */
final class DatabaseSession implements AutoCloseable {

  /** How much longer than its own timeout a driver may take before it is given up. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final JdbcSettings settings;
  private final Drivers.Found found;
  private final Connection connection;
  private final ErrorTranslator trouble;

  private DatabaseSession(JdbcSettings settings, Drivers.Found found, Connection connection) {
    this.settings = settings;
    this.found = found;
    this.connection = connection;
    this.trouble = new ErrorTranslator(settings);
  }

  /**
   * Connects.
   *
   * @throws UnreadableSource where that is not possible, with the cause
   */
  static DatabaseSession open(JdbcSettings settings) {
    Drivers.Found found = Drivers.forSource(settings);
    try {
      ErrorTranslator trouble = new ErrorTranslator(settings);
      String url = found.dialect().url(settings.login().address());
      Properties properties = new Properties();
      properties.putAll(found.dialect().properties(settings));
      return within(
          Duration.ofSeconds(settings.timeouts().connectSeconds()).plus(GRACE),
          trouble,
          () -> connected(settings, found, connection(found.driver(), url, properties)));
    } catch (RuntimeException | Error e) {
      found.close();
      throw e;
    }
  }

  /** Of the driver itself: the driver manager knows none from a folder. */
  private static Connection connection(Driver driver, String url, Properties properties)
      throws SQLException {
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new SQLException("the driver refuses the address", "08001");
    }
    return connection;
  }

  private static DatabaseSession connected(
      JdbcSettings settings, Drivers.Found found, Connection connection) throws SQLException {
    try {
      connection.setReadOnly(true);
      found.dialect().settle(connection, settings.timeouts());
      refuseStoredCode(settings, found.dialect().storedCode(connection));
      return new DatabaseSession(settings, found, connection);
    } catch (SQLException | RuntimeException | Error e) {
      try (connection) {
        throw e;
      }
    }
  }

  private static void refuseStoredCode(JdbcSettings settings, Optional<String> found) {
    if (found.isPresent()) {
      throw new UnreadableSource(
          settings.name(),
          "the database holds " + found.get() + ", which H2 would run in Rollcall's own process",
          "drop it there, or have a server run the database and write jdbc:h2:tcp:");
    }
  }

  /** Not every driver keeps to a timeout; one that does not is left behind. */
  private static DatabaseSession within(
      Duration patience, ErrorTranslator trouble, Callable<DatabaseSession> connecting) {
    FutureTask<DatabaseSession> task = new FutureTask<>(connecting);
    Thread thread = new Thread(task, "connecting");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      abandon(task);
      throw trouble.connecting(new SQLTimeoutException("timed out", e));
    } catch (InterruptedException e) {
      abandon(task);
      Thread.currentThread().interrupt();
      throw trouble.connecting(new SQLException("interrupted", e));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException cause
          ? trouble.connecting(cause)
          : trouble.connecting(new SQLException(e.getCause()));
    }
  }

  /** A connection that comes too late is closed by whoever made it. */
  private static void abandon(FutureTask<DatabaseSession> task) {
    if (!task.cancel(true)) {
      try {
        task.get().close();
      } catch (InterruptedException | ExecutionException | CancellationException e) {
        // There is none.
      }
    }
  }

  /** A statement that streams its rows. */
  Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setFetchSize(found.dialect().fetchSize());
    found.dialect().limit(statement, settings.timeouts());
    return statement;
  }

  JdbcSettings settings() {
    return settings;
  }

  ErrorTranslator trouble() {
    return trouble;
  }

  /** Ends a statement of which not all rows were read, without reading them. */
  void interrupt(Statement statement) {
    try {
      found.dialect().interrupt(statement);
    } catch (SQLException e) {
      // Closing it takes longer then.
    }
  }

  /** Undoes whatever the query did, and closes the connection. */
  @Override
  public void close() {
    try (found;
        connection) {
      connection.rollback();
    } catch (SQLException e) {
      // It is gone, and everything with it.
    }
  }
}
