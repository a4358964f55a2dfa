package dev.rollcall.source.jdbc;

import dev.rollcall.security.JdbcAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** MariaDB and MySQL, both read by MariaDB's driver. */
class MariaDb implements Dialect {

  private static final String PERMISSION = "permitMysqlScheme";

  /** The driver leaves MySQL's own form to MySQL's driver, unless it is told otherwise. */
  @Override
  public String url(JdbcAddress address) {
    JdbcAddress known = address.withoutLogin();
    return (known.scheme().equals("mysql") ? known.with(PERMISSION, "true") : known).reveal();
  }

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    Timeouts timeouts = settings.timeouts();
    Map<String, String> own = new HashMap<>();
    own.put("connectTimeout", String.valueOf(timeouts.connectSeconds() * 1000L));
    own.put("socketTimeout", String.valueOf(timeouts.silence().toMillis()));
    // A server could ask for any file of ours.
    own.put("allowLocalInfile", "false");
    Tls tls = settings.login().tls();
    tls.effective().ifPresent(mode -> own.put("sslMode", sslMode(mode)));
    tls.ca().ifPresent(ca -> own.put("serverSslCert", ca.toString()));
    return Dialect.withAddress(own, settings.login());
  }

  private static String sslMode(Tls.Mode mode) {
    return switch (mode) {
      case DISABLE -> "disable";
      case REQUIRE -> "trust";
      case VERIFY_FULL -> "verify-full";
    };
  }

  @Override
  public void settle(Connection connection, Timeouts timeouts) throws SQLException {
    boolean maria = connection.getMetaData().getDatabaseProductName().contains("MariaDB");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION READ ONLY");
      statement.execute(
          maria
              ? "SET SESSION max_statement_time = " + timeouts.querySeconds()
              : "SET SESSION max_execution_time = " + timeouts.querySeconds() * 1000L);
      // By default the server hangs up on readers that take their time.
      statement.execute("SET SESSION net_write_timeout = " + timeouts.querySeconds());
      connection.setAutoCommit(false);
      statement.execute("START TRANSACTION READ ONLY");
    }
  }

  /** The server was told already: the driver would put it before the query, which errors quote. */
  @Override
  public void limit(Statement statement, Timeouts timeouts) {
    // Nothing more.
  }
}
