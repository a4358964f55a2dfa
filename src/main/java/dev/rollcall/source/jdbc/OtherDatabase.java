package dev.rollcall.source.jdbc;

import dev.rollcall.security.JdbcAddress;
import dev.rollcall.source.UnreadableSource;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** A database that only a driver from a folder knows; what a query writes is undone at the end. */
final class OtherDatabase implements Dialect {

  /** Nobody here knows what it takes beside the address. */
  @Override
  public String url(JdbcAddress address) {
    return address.reveal();
  }

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    if (settings.login().tls().effective().isPresent()) {
      throw new UnreadableSource(
          settings.name(),
          "nobody knows here what tls: means to this driver",
          "write what its maker says into url: or properties:");
    }
    return Dialect.with(new HashMap<>(), settings.login());
  }

  @Override
  public void limit(Statement statement, Timeouts timeouts) throws SQLException {
    try {
      statement.setQueryTimeout(timeouts.querySeconds());
    } catch (SQLFeatureNotSupportedException e) {
      // The rows are counted against the clock all the same.
    }
  }
}
