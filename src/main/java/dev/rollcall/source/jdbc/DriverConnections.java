package dev.rollcall.source.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections of one driver, asked directly: the driver manager knows none from a folder. */
final class DriverConnections implements DataSource {

  private final Driver driver;
  private final String url;
  private final Map<String, String> properties;

  DriverConnections(Driver driver, String url, Map<String, String> properties) {
    this.driver = driver;
    this.url = url;
    this.properties = Map.copyOf(properties);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Properties given = new Properties();
    given.putAll(properties);
    Connection connection = driver.connect(url, given);
    if (connection == null) {
      throw new SQLException("the driver refuses the address", "08001");
    }
    return connection;
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("who reads is known already");
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
  public void setLoginTimeout(int seconds) {
    // Each driver is told by its own properties.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
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
