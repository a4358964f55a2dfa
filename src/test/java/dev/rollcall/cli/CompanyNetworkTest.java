package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testing.Relay;
import dev.rollcall.testing.TestCertificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace behind TLS of a company's own authority, and behind proxies. */
class CompanyNetworkTest {

  private static final String JOINER = "flo@example.com,Flo Ray,active,Member,Member,Finance,";
  private static final String PASSWORD = Shell.MARKER + "@ proxy:%";
  private static final String AWAY = "workato.example.test";

  @TempDir static Path keys;
  private static TestCertificates certificates;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeAll
  static void make() {
    certificates =
        new TestCertificates(keys)
            .signed("good", "dns:localhost,ip:127.0.0.1,dns:" + AWAY)
            .signed("over", "dns:localhost", "-startdate", "-10d", "-validity", "5")
            .signed("early", "dns:localhost", "-startdate", "+5d")
            .signed("other", "dns:other.example.com,dns:more.example.com")
            .signed("weak", "dns:localhost", "-keyalg", "RSA", "-keysize", "512")
            .alone("alone", "dns:localhost");
  }

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
    bench.joined(JOINER);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void anAuthorityOfTheCompanyIsTrustedWhereTheJobFileSaysSo() {
    try (Relay server = server("good")) {
      target("https://localhost:" + server.port(), trusting("ca"));

      Ran ran = bench.run("sync");

      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(bench.mails()).containsExactly("flo@example.com");
      assertThat(bench.run("plan").code()).isZero();
    }
  }

  @Test
  void aCertificateCanBeTrustedByItself() {
    try (Relay server = server("alone")) {
      target("https://localhost:" + server.port(), trusting("alone"));

      assertThat(bench.run("plan").code()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good  | none | signed by an authority that is not trusted here (CN=Acme Inspection CA) | target.tls.ca",
        "alone | ca   | signed by nobody but itself (CN=alone)                 | target.tls.ca",
        "over  | ca   | is over since                                          | clock says",
        "early | ca   | is not valid before                                    | clock right",
        "other | ca   | is not made for localhost, but for other.example.com, more.example.com | address",
        "weak  | ca   | methods that are not trusted any more                  | RSA 512"
      })
  void aCertificateThatDoesNotFitEndsAtOnce(
      String shown, String trusted, String what, String remedy) {
    for (String command : List.of("sync", "plan", "validate --online", "explain")) {
      try (Relay server = server(shown)) {
        target("https://localhost:" + server.port(), trusting(trusted));

        Ran ran = run(Map.of(), command);

        assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
        assertThat(ran.complaints()).as(ran.toString()).hasSize(1);
        assertThat(ran.complaints().get(0))
            .contains("the certificate of localhost:" + server.port() + " ", what, remedy);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(bench.requests()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "70  | speaks no version of TLS that is still safe; Rollcall needs 1.2 or 1.3",
        "40  | no encryption that both sides know, or wants a client certificate",
        "71  | no encryption that both sides know",
        "112 | does not go by this name",
        "116 | wants a client certificate",
        "42  | wants a client certificate",
        "48  | wants a client certificate",
        "0   | does not speak TLS"
      })
  void aServerThatNeverAgreesOnTlsEndsAtOnce(int alert, String what) {
    byte[] answer =
        alert == 0
            ? "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)
            : new byte[] {21, 3, 1, 0, 2, 2, (byte) alert};
    for (String command : List.of("sync", "validate --online")) {
      try (Relay server = Relay.answering(answer)) {
        Ran ran = refused(server, command);

        assertThat(ran.complaints().get(0)).contains("localhost:" + server.port() + " ", what);
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void aServerThatChoosesAnOldTlsEndsAtOnce() {
    byte[] hello = new byte[9 + 2 + 32 + 1 + 2 + 1];
    // A record with a hello of TLS 1.1, without a session, in AES.
    System.arraycopy(new byte[] {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2}, 0, hello, 0, 11);
    hello[hello.length - 2] = 0x2f;
    try (Relay server = Relay.answering(hello)) {
      assertThat(refused(server, "plan").err()).contains("speaks no version of TLS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerThatWantsAClientCertificateIsAskedNoFurther(String version) {
    try (Relay server = Relay.mutualTls(certificates.server("good"), version)) {
      Ran ran = refused(server, "plan");

      assertThat(ran.err()).contains("wants a client certificate").doesNotContain("retries");
    }
  }

  @Test
  void aServerThatHangsUpIsToldOfInPlainWords() {
    try (Relay server = Relay.answering(new byte[0])) {
      target("https://localhost:" + server.port(), trusting("ca"));

      Ran ran = run(Map.of(), "plan --deadline 2s");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
      assertThat(ran.err()).contains("terminated the handshake").doesNotContain("retries");
    }
    try (Relay server = Relay.answering(new byte[0])) {
      target("http://localhost:" + server.port(), "");

      Ran ran = run(Map.of(), "plan --deadline 2s");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
      assertThat(ran.err()).contains("the connection was closed").doesNotContain("retries");
    }
  }

  private Ran refused(Relay server, String command) {
    target("https://localhost:" + server.port(), trusting("ca"));
    Ran ran = run(Map.of(), command);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).as(ran.toString()).hasSize(1);
    assertThat(bench.requests()).isEmpty();
    return ran;
  }

  @Test
  void aCertificateThatIsOverIsNotTrustedByItselfEither() {
    try (Relay server = server("over")) {
      target("https://localhost:" + server.port(), trusting("over"));

      assertThat(bench.run("plan").err()).contains("is over since");
    }
  }

  @Test
  void aCertificateThatStopsFittingInTheMiddleOfARunIsNoWrongInput() {
    try (Relay good = server("good");
        Relay over = server("over");
        Relay server = Relay.choosing(() -> bench.mails().isEmpty() ? good.port() : over.port())) {
      target("https://localhost:" + server.port(), trusting("ca"));

      Ran ran = bench.run("sync");

      assertThat(bench.mails()).hasSize(1);
      assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
      assertThat(ran.err()).contains("is over since");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.pem | does not exist",
        "empty.pem   | is empty",
        "people.csv  | holds no certificate in PEM",
        "key.pem     | holds a private key",
        "cut.pem     | holds a certificate that is cut off",
        "broken.pem  | holds a certificate that cannot be read, number 1",
        ".           | is a folder"
      })
  void aFileThatHoldsNoCertificatesIsAProblemOfTheJobFile(String name, String what)
      throws IOException {
    String pem = Files.readString(certificates.pem("ca"));
    bench
        .write("empty.pem", "\n")
        .write("key.pem", pem + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
        .write("cut.pem", pem + "-----BEGIN CERTIFICATE-----\nMIIB")
        .write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    target("https://localhost:1", "tls: { ca: " + name + " }");

    Ran ran = bench.run("validate");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).hasSize(1);
    assertThat(ran.err()).contains("job.yaml:", "target.tls.ca names the file " + name, what);
  }

  @Test
  void aProxyThatWantsAPasswordLetsThroughWhoKnowsIt() {
    try (Relay server = server("good");
        Relay proxy = proxy(server)) {
      bench.write("token-proxy", PASSWORD + "\n");
      target(
          "https://localhost:" + server.port(),
          trusting("ca")
              + "\n  proxy: { address: \"http://127.0.0.1:%d\", username: anna, password: \"${file:token-proxy}\" }"
                  .formatted(proxy.port()));

      Ran ran = bench.run("sync");

      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(bench.mails()).containsExactly("flo@example.com");
      assertThat(proxy.heads())
          .isNotEmpty()
          .allMatch(head -> head.startsWith("CONNECT localhost:"));
      assertThat(proxy.heads()).noneMatch(head -> head.contains(Workbench.token("dev")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS_PROXY", "https_proxy", "ALL_PROXY"})
  void theEnvironmentNamesAProxy(String name) {
    try (Relay server = server("good");
        Relay proxy = proxy(server)) {
      target("https://" + AWAY, trusting("ca"));
      String address = "http://anna:%s@127.0.0.1:%d".formatted(encoded(PASSWORD), proxy.port());

      Ran ran = run(Map.of(name, address), "plan");

      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT " + AWAY));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, '', ''",
    "127.0.0.1, '', ''",
    AWAY + ", .example.test, ''",
    AWAY + ", '', none"
  })
  void whatIsExceptedGoesStraight(String host, String exceptions, String proxySays) {
    try (Relay server = server("good");
        Relay proxy = proxy(server)) {
      target(
          "https://" + host + ":" + server.port(),
          trusting("ca") + (proxySays.isEmpty() ? "" : "\n  proxy: " + proxySays));
      Map<String, String> environment = new HashMap<>();
      environment.put("HTTPS_PROXY", "http://anna:x@127.0.0.1:" + proxy.port());
      environment.put("no_proxy", exceptions);

      Ran ran = run(environment, "plan --deadline 2s");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(host.equals(AWAY) ? 9 : 0);
      assertThat(proxy.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"wrong, does not take the name or the password", "'', wants a name and a password"})
  void aProxyThatDoesNotKnowUsSaysSoAtOnce(String password, String what) {
    try (Relay server = server("good");
        Relay proxy = proxy(server)) {
      target("https://" + AWAY, trusting("ca"));
      String login = password.isEmpty() ? "" : "anna:" + Shell.MARKER + password + "@";

      Ran ran = run(Map.of("HTTPS_PROXY", "http://" + login + "127.0.0.1:" + proxy.port()), "sync");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.complaints()).hasSize(1);
      assertThat(ran.err()).contains("the proxy 127.0.0.1:" + proxy.port() + " " + what, "407");
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"403, 5", "502, 9", "504, 9"})
  void theAnswerOfAProxyIsNamedAsItsOwn(int status, int code) {
    try (Relay proxy = Relay.proxy(1, "", status)) {
      target("https://" + AWAY, "proxy: http://127.0.0.1:" + proxy.port());

      Ran ran = bench.run("plan", "--deadline", "1s");

      assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
      assertThat(ran.complaints()).hasSize(1);
      assertThat(ran.err())
          .contains("the proxy 127.0.0.1:" + proxy.port() + " lets nobody through to " + AWAY)
          .contains("answered " + status);
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamedAsTheProxy() {
    target("https://" + AWAY, "proxy: http://127.0.0.1:1");

    Ran ran = bench.run("plan", "--deadline", "1s");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.err()).contains("not connected to the proxy 127.0.0.1:1: nothing answers there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy: ftp://proxy:21                                      | only HTTP proxies",
        "proxy: proxy                                               | names no port",
        "proxy: http://anna:unspeakable-7f31@proxy:3128             | username and password",
        "proxy: { address: 'http://proxy:1', password: '${env:X}' } | without username",
        "proxy: { address: 'http://proxy:1', user: anna }           | username",
        "proxy: [none]                                              | none, environment or http",
        "tls: { verify: false }                                     | verify",
        "tls: {}                                                    | target.tls needs"
      })
  void whatIsNoProxyAndNoTrustIsAProblemOfTheJobFile(String yaml, String what) {
    target("https://" + AWAY, yaml);

    Ran ran = run(Map.of("X", "unspeakable-7f31"), "validate");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.err()).contains("job.yaml:", what);
    bench.write("job.yaml", "");
  }

  private static Relay proxy(Relay server) {
    String login =
        Base64.getEncoder().encodeToString(("anna:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return Relay.proxy(server.port(), "Basic " + login + "\r\n", 200);
  }

  private static String encoded(String text) {
    return text.replace("%", "%25").replace("@", "%40").replace(":", "%3A").replace(" ", "%20");
  }

  private Relay server(String certificate) {
    return Relay.tls(certificates.server(certificate), bench.sandbox.url().getPort());
  }

  private static String trusting(String alias) {
    return alias.equals("none") ? "" : "tls: { ca: " + certificates.pem(alias) + " }";
  }

  private void target(String url, String yaml) {
    bench.write(
        "job.yaml",
        bench.jobText().replace("url: " + bench.sandbox.url(), "url: " + url + "\n  " + yaml));
  }

  private Ran run(Map<String, String> environment, String command) {
    String line = command.replaceFirst(" |$", " " + bench.job + " ");
    return Shell.in(
        environment,
        (command.equals("explain") ? line + "flo@example.com" : line).strip().split(" +"));
  }
}
