package dev.rollcall.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.JdbcAddress;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where no connection comes about, whatever the driver. */
class ConnectingTest {

  private static final String USERS = "user=u&password=hush-in-url";

  @TempDir Path folder;

  private String refusal(Login login) {
    return JdbcSourceTest.refusal(
        new JdbcSettings(
            "hr",
            login,
            Query.of("SELECT 1 AS a"),
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            FurtherDrivers.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:%d/people?" + USERS,
        "jdbc:mariadb://127.0.0.1:%d/people?" + USERS,
        "jdbc:mysql://127.0.0.1:%d/people?" + USERS,
        "jdbc:sqlserver://127.0.0.1:%d;databaseName=people;user=u;password=hush-in-url"
      })
  @Timeout(20)
  void aServerThatNeverAnswersIsGivenUp(String url) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(refusal(Given.login(url.formatted(silent.getLocalPort()))))
          .isEqualTo(
              "hr: cannot connect to the database people at 127.0.0.1:%d: it does not answer"
                      .formatted(silent.getLocalPort())
                  + " within 1s; look at host, port and firewalls, or raise connect-timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/people?" + USERS,
        "jdbc:mariadb://127.0.0.1:1/people?" + USERS,
        "jdbc:mysql://127.0.0.1:1/people?" + USERS,
        "jdbc:sqlserver://127.0.0.1:1;databaseName=people;user=u;password=hush-in-url"
      })
  void aPortWhereNobodyListensIsTold(String url) {
    assertThat(refusal(Given.login(url)))
        .isEqualTo(
            "hr: cannot connect to the database people at 127.0.0.1:1: nobody listens there;"
                + " correct host and port in url:, and see that the server runs");
  }

  @Test
  void anUnknownHostIsTold() {
    JdbcSettings settings =
        WritableDatabase.asking(
            "SELECT 1", Given.as(Given.login("jdbc:postgresql://hr-db/people"), "u", "hush"));
    SQLException error =
        new SQLException("The connection attempt failed.", "08001", new UnknownHostException("x"));

    assertThat(new ErrorTranslator(settings).connecting(error))
        .hasMessage(
            "hr: cannot connect to the database people at hr-db:5432: its host is unknown;"
                + " correct the host in url:");
  }

  @Test
  void aSchemeThatNobodyKnowsIsToldWithWhatIsOnBoard() {
    assertThat(refusal(Given.login("jdbc:postgres://u:hush-word@hr-db/people")))
        .isEqualTo(
            "hr: there is no driver for jdbc:postgres: addresses; did you mean jdbc:postgresql:?"
                + " on board are postgresql, mariadb, mysql, sqlserver, h2; put the jar of another"
                + " into a folder and name that (drivers: in the job file, or ROLLCALL_DRIVERS)");
  }

  @Test
  void aCertificateFileThatIsNoneIsTold() throws IOException {
    Path pem = Files.writeString(folder.resolve("ca.pem"), "hello");
    Tls tls = new Tls(Optional.empty(), Optional.of(pem));

    assertThat(refusal(Given.protectedBy(Given.login("jdbc:sqlserver://127.0.0.1:1"), tls)))
        .startsWith("hr: the file " + pem + " of tls.ca holds ");
    assertThat(refusal(Given.protectedBy(Given.login("jdbc:h2:mem:x"), tls)))
        .startsWith("hr: tls: means nothing to H2");
  }

  @Test
  void noMessageHoldsASecret() {
    Login login =
        new Login(
            JdbcAddress.of(
                "jdbc:postgresql://u:p%40ss-word@hr-db/people?password=hush-one&sslpassword=hush-two"),
            Optional.of("u"),
            Optional.of("hush-three"),
            Tls.DRIVERS_OWN,
            Map.of("accessToken", "hush-four", "ApplicationName", "kept"));

    assertThat(
            login.hideIn(
                "no way with hush-three or hush-four at jdbc:postgresql://u:p%40ss-word@hr-db/people"
                    + "?password=hush-one (hush-two), p@ss-word, kept"))
        .isEqualTo(
            "no way with *** or *** at jdbc:postgresql://***@hr-db/people"
                + "?password=*** (***), ***, kept");
    assertThat(login.toString()).doesNotContain("hush").doesNotContain("ss-word");
    assertThat(login.address().called()).isEqualTo("the database people at hr-db:5432");
  }

  @Test
  void databasesAreCalledByNameHostAndPort() {
    assertThat(address("jdbc:mariadb://db.example.com:3307/hr?user=x"))
        .isEqualTo("the database hr at db.example.com:3307");
    assertThat(address("jdbc:sqlserver://sql\\people;databaseName=hr;encrypt=true"))
        .isEqualTo("the database hr at sql\\people");
    assertThat(address("jdbc:sqlserver://sql;database=hr"))
        .isEqualTo("the database hr at sql:1433");
    assertThat(address("jdbc:postgresql://a:1,b:2/hr")).isEqualTo("the database hr at a:1,b:2");
    assertThat(address("jdbc:h2:file:/data/people;USER=x;PASSWORD=hush-word"))
        .isEqualTo("the database h2:file:/data/people");
    assertThat(address("jdbc:oracle:thin:scott/tiger-word@//db:1521/hr"))
        .isEqualTo("the database oracle:thin:***@//db:1521/hr");
  }

  private static String address(String url) {
    return JdbcAddress.of(url).called();
  }
}
