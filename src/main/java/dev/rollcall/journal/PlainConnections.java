package dev.rollcall.journal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** New connections without a pool: for making the schema that the pool then starts in. */
record PlainConnections(Connecting connect) implements DataSource {

  private static final int LONGEST_SECONDS = 60;

  /** Makes a connection. */
  interface Connecting {
    Connection get() throws SQLException;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect.get();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return connect.get();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  /**
   * As long as a pool that is closed waits for the connection that it is just making: with none it
   * would leave it open, and the database with it.
   */
  @Override
  public int getLoginTimeout() {
    return LONGEST_SECONDS;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
