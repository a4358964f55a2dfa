package dev.rollcall.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL, and what speaks like it. */
final class PostgreSql implements Dialect {

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    Timeouts timeouts = settings.timeouts();
    Map<String, String> own = new HashMap<>();
    own.put("ApplicationName", "rollcall");
    own.put("connectTimeout", String.valueOf(timeouts.connectSeconds()));
    own.put("loginTimeout", String.valueOf(timeouts.connectSeconds()));
    own.put("socketTimeout", String.valueOf(timeouts.silence().toSeconds()));
    // As many rows at a time as fit: a few long ones, or many short ones.
    own.put("adaptiveFetch", "true");
    own.put("adaptiveFetchMaximum", "2000");
    own.put("maxResultBuffer", "25p");
    settings.login().tls().effective().ifPresent(mode -> own.putAll(tls(mode, settings)));
    return Dialect.withAddress(own, settings.login());
  }

  private static Map<String, String> tls(Tls.Mode mode, JdbcSettings settings) {
    return switch (mode) {
      case DISABLE -> Map.of("sslmode", "disable");
      case REQUIRE -> Map.of("sslmode", "require");
      case VERIFY_FULL ->
          settings
              .login()
              .tls()
              .ca()
              .map(ca -> Map.of("sslmode", "verify-full", "sslrootcert", ca.toString()))
              // Without it the driver looks for certificates in the user's home.
              .orElse(
                  Map.of(
                      "sslmode", "verify-full",
                      "sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"));
    };
  }

  /** The first fetch, before the driver knows how long rows are. */
  @Override
  public int fetchSize() {
    return 50;
  }

  /** Rows are sent by the fetch only within a transaction. */
  @Override
  public void settle(Connection connection, Timeouts timeouts) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    }
    connection.setAutoCommit(false);
  }

  /** No more than a fetch is on its way; a late cancellation would hit what comes next. */
  @Override
  public void interrupt(Statement statement) {
    // Closing it is enough.
  }
}
