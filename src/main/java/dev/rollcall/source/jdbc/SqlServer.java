package dev.rollcall.source.jdbc;

import java.util.HashMap;
import java.util.Map;

/**
 * SQL Server. It has no transactions that refuse writes; what a query writes is undone at the end.
 */
final class SqlServer implements Dialect {

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    Timeouts timeouts = settings.timeouts();
    Map<String, String> own = new HashMap<>();
    own.put("applicationName", "rollcall");
    // Lets a replica that only serves readers answer.
    own.put("applicationIntent", "ReadOnly");
    own.put("loginTimeout", String.valueOf(timeouts.connectSeconds()));
    own.put("socketTimeout", String.valueOf(timeouts.silence().toMillis()));
    own.put("responseBuffering", "adaptive");
    own.put("selectMethod", "direct");
    settings.login().tls().effective().ifPresent(mode -> own.putAll(tls(mode, settings)));
    return Dialect.withAddress(own, settings.login());
  }

  private static Map<String, String> tls(Tls.Mode mode, JdbcSettings settings) {
    return switch (mode) {
      case DISABLE -> Map.of("encrypt", "false");
      case REQUIRE -> Map.of("encrypt", "true", "trustServerCertificate", "true");
      case VERIFY_FULL -> verifying(settings);
    };
  }

  private static Map<String, String> verifying(JdbcSettings settings) {
    Map<String, String> own = new HashMap<>();
    own.put("encrypt", "true");
    own.put("trustServerCertificate", "false");
    settings
        .login()
        .tls()
        .ca()
        .map(ca -> Truststore.of(settings.name(), ca))
        .ifPresent(
            store -> {
              own.put("trustStore", store.file().toString());
              own.put("trustStoreType", Truststore.TYPE);
              own.put("trustStorePassword", Truststore.PASSWORD);
            });
    return own;
  }
}
