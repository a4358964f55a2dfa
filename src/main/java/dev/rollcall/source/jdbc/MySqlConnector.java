package dev.rollcall.source.jdbc;

import dev.rollcall.security.JdbcAddress;
import java.util.HashMap;
import java.util.Map;

/** MySQL's own driver, which a user may put into the folder of drivers. */
final class MySqlConnector extends MariaDb {

  /** It takes passwords in more places than one, and knows where. */
  @Override
  public String url(JdbcAddress address) {
    return address.reveal();
  }

  @Override
  public Map<String, String> properties(JdbcSettings settings) {
    Timeouts timeouts = settings.timeouts();
    Map<String, String> own = new HashMap<>();
    own.put("connectTimeout", String.valueOf(timeouts.connectSeconds() * 1000L));
    own.put("socketTimeout", String.valueOf(timeouts.silence().toMillis()));
    own.put("allowLoadLocalInfile", "false");
    // Otherwise it holds the whole result, whatever the fetch size.
    own.put("useCursorFetch", "true");
    Tls tls = settings.login().tls();
    tls.effective().ifPresent(mode -> own.put("sslMode", sslMode(mode)));
    tls.ca()
        .map(ca -> Truststore.of(settings.name(), ca))
        .ifPresent(
            store -> {
              own.put("trustCertificateKeyStoreUrl", store.file().toUri().toString());
              own.put("trustCertificateKeyStoreType", Truststore.TYPE);
              own.put("trustCertificateKeyStorePassword", Truststore.PASSWORD);
            });
    return Dialect.with(own, settings.login());
  }

  private static String sslMode(Tls.Mode mode) {
    return switch (mode) {
      case DISABLE -> "DISABLED";
      case REQUIRE -> "REQUIRED";
      case VERIFY_FULL -> "VERIFY_IDENTITY";
    };
  }
}
