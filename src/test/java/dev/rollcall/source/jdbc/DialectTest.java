package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.JdbcAddress;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each driver is told; SQL Server's cannot be tried against a server here. */
class DialectTest {

  @TempDir Path folder;

  private static Map<String, String> properties(String url, Tls tls) {
    return properties(Given.protectedBy(Given.as(Given.login(url), "reader", "hush-word"), tls));
  }

  private static Map<String, String> properties(Login login) {
    JdbcSettings settings =
        new JdbcSettings(
            "hr",
            login,
            Query.of("SELECT 1"),
            new Timeouts(Duration.ofMillis(2500), Duration.ofMinutes(10)),
            WritableDatabase.NO_DRIVERS);
    return Dialect.onBoard(login.url()).orElseThrow().properties(settings);
  }

  private static Tls tls(Tls.Mode mode) {
    return new Tls(Optional.of(mode), Optional.empty());
  }

  @Test
  void sqlServerIsToldToStreamAndToGiveUp() {
    assertThat(properties("jdbc:sqlserver://sql", Tls.DRIVERS_OWN))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "user", "reader",
                "password", "hush-word",
                "applicationName", "rollcall",
                "applicationIntent", "ReadOnly",
                "loginTimeout", "3",
                "socketTimeout", "610000",
                "responseBuffering", "adaptive",
                "selectMethod", "direct"));
  }

  @Test
  void tlsIsToldToEachDriverInItsWords() throws IOException, GeneralSecurityException {
    String sqlServer = "jdbc:sqlserver://sql";
    String maria = "jdbc:mariadb://db/hr";
    String postgres = "jdbc:postgresql://db/hr";

    assertThat(properties(sqlServer, tls(Tls.Mode.DISABLE))).containsEntry("encrypt", "false");
    assertThat(properties(sqlServer, tls(Tls.Mode.REQUIRE)))
        .containsEntry("encrypt", "true")
        .containsEntry("trustServerCertificate", "true");
    assertThat(properties(sqlServer, tls(Tls.Mode.VERIFY_FULL)))
        .containsEntry("encrypt", "true")
        .containsEntry("trustServerCertificate", "false");
    assertThat(properties(maria, tls(Tls.Mode.REQUIRE))).containsEntry("sslMode", "trust");
    assertThat(properties(maria, tls(Tls.Mode.VERIFY_FULL)))
        .containsEntry("sslMode", "verify-full");
    assertThat(properties(postgres, tls(Tls.Mode.DISABLE))).containsEntry("sslmode", "disable");
    assertThat(properties(postgres, tls(Tls.Mode.VERIFY_FULL)))
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
  }

  @Test
  void certificatesAreVerifiedByTheFileThatNamesThem()
      throws IOException, GeneralSecurityException {
    X509Certificate any = anyCertificate();
    Path pem = folder.resolve("ca.pem");
    Files.writeString(
        pem,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(any.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    Tls verified = new Tls(Optional.empty(), Optional.of(pem));

    Map<String, String> sqlServer = properties("jdbc:sqlserver://sql", verified);

    KeyStore store = KeyStore.getInstance(sqlServer.get("trustStoreType"));
    try (InputStream in = Files.newInputStream(Path.of(sqlServer.get("trustStore")))) {
      store.load(in, sqlServer.get("trustStorePassword").toCharArray());
    }
    assertThat(store.getCertificate("ca0")).isEqualTo(any);
    assertThat(properties("jdbc:mariadb://db/hr", verified))
        .containsEntry("sslMode", "verify-full")
        .containsEntry("serverSslCert", pem.toString());
    assertThat(properties("jdbc:postgresql://db/hr", verified))
        .containsEntry("sslmode", "verify-full")
        .containsEntry("sslrootcert", pem.toString())
        .doesNotContainKey("sslfactory");
  }

  private static X509Certificate anyCertificate() throws GeneralSecurityException {
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init((KeyStore) null);
    return ((X509TrustManager) trusted.getTrustManagers()[0]).getAcceptedIssuers()[0];
  }

  @Test
  void whatTheJobFileSaysOfADriverCountsBeforeWhatWeSay() {
    Login login =
        new Login(
            JdbcAddress.of("jdbc:postgresql://db/hr"),
            Optional.empty(),
            Optional.empty(),
            Tls.DRIVERS_OWN,
            Map.of("ApplicationName", "payroll", "options", "-c search_path=hr"));

    assertThat(properties(login))
        .containsEntry("ApplicationName", "payroll")
        .containsEntry("options", "-c search_path=hr")
        .doesNotContainKeys("user", "password");
  }

  @Test
  void mySqlsFormIsLeftToMariaDbsDriverOnlyWithItsPermission() {
    Dialect dialect = Dialect.onBoard("jdbc:mysql://db/hr").orElseThrow();

    assertThat(dialect.url(JdbcAddress.of("jdbc:mysql://db/hr")))
        .isEqualTo("jdbc:mysql://db/hr?permitMysqlScheme=true");
    assertThat(dialect.url(JdbcAddress.of("jdbc:mysql://db/hr?a=b")))
        .isEqualTo("jdbc:mysql://db/hr?a=b&permitMysqlScheme=true");
    assertThat(dialect.url(JdbcAddress.of("jdbc:mariadb://db/hr")))
        .isEqualTo("jdbc:mariadb://db/hr");
  }

  @Test
  void h2FilesAreOpenedForReadingOnly() {
    assertThat(new H2().url(JdbcAddress.of("jdbc:h2:file:/data/people")))
        .isEqualTo("jdbc:h2:file:/data/people;IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
    assertThat(new H2().url(JdbcAddress.of("jdbc:h2:mem:people")))
        .isEqualTo("jdbc:h2:mem:people;IFEXISTS=TRUE");
  }
}
