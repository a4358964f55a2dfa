package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Certificates;
import dev.rollcall.security.Secrets;
import dev.rollcall.testing.Relay;
import dev.rollcall.testing.TestCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through proxies and TLS: who gets to read what, and what is sent at all. */
class ProxiedCallsTest {

  private static final String HOST = "api.example.test";
  private static final String PASSWORD = "pa:ss wörd";
  private static final String LOGIN =
      Base64.getEncoder().encodeToString(("anna:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  @TempDir static Path keys;
  private static TestCertificates certificates;

  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeAll
  static void make() {
    certificates =
        new TestCertificates(keys).signed("good", "dns:" + HOST).alone("alone", "dns:" + HOST);
  }

  @AfterEach
  void end() {
    over.countDown();
  }

  @Test
  void theLoginOfAProxyGoesNoFurtherThanTheProxy() {
    try (CountingServer server = new CountingServer(ProxiedCallsTest::ok);
        Relay secured = Relay.tls(certificates.server("good"), server.port());
        Relay proxy = Relay.proxy(secured.port(), "Basic " + LOGIN + "\r\n", 200);
        HttpTransport transport = transport(proxy.port(), Duration.ofMinutes(1))) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        assertThat(call(transport, method, "https://" + HOST + "/x"))
            .isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
      }

      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0))
          .startsWith("CONNECT " + HOST + ":443 HTTP/1.1\r\n")
          .doesNotContain("t0ken", "Bearer");
      assertThat(server.heads())
          .hasSize(3)
          .allMatch(head -> head.contains("\r\nAuthorization: Bearer t0ken\r\n"))
          .noneMatch(head -> head.contains("Proxy") || head.contains(LOGIN));
    }
  }

  @Test
  void withoutEncryptionTheProxyIsAskedForTheWholeAddress() {
    try (CountingServer proxy = new CountingServer(ProxiedCallsTest::ok);
        HttpTransport transport = transport(proxy.port(), Duration.ofMinutes(1))) {
      assertThat(call(transport, "GET", "http://" + HOST + ":8080/x?y=z"))
          .isEqualTo(new CallOutcome.Accepted<>(200, "hello"));

      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0))
          .startsWith("GET http://" + HOST + ":8080/x?y=z HTTP/1.1\r\n")
          .contains("\r\nProxy-Authorization: Basic " + LOGIN + "\r\n")
          .contains("\r\nHost: " + HOST + ":8080\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http, 407, Barred, does not take the name or the password",
    "https, 407, Barred, does not take the name or the password",
    "http, 403, Rejected, ''",
    "https, 403, Barred, lets nobody through",
    "https, 503, NotSent, lets nobody through",
    "https, 302, Barred, it answered 302",
    "https, 204, Barred, it answered 204"
  })
  void whatAProxyAnswersIsTakenAsItsOwn(String scheme, int status, String outcome, String what) {
    try (CountingServer proxy =
            new CountingServer(
                (socket, head) -> {
                  CountingServer.write(
                      socket,
                      "HTTP/1.1 %d Said\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno"
                          .formatted(status));
                  return true;
                });
        HttpTransport transport = transport(proxy.port(), Duration.ofMinutes(1))) {
      CallOutcome<String> ended = call(transport, "PUT", scheme + "://" + HOST + "/x");

      assertThat(ended.getClass().getSimpleName()).isEqualTo(outcome);
      assertThat(ended.why()).contains(what);
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\n\r\nno TLS", "SSH-2.0-x\r\n\r\n"})
  void whereNoTunnelComesAboutNothingWasSent(String answer) {
    try (CountingServer proxy =
            new CountingServer(
                (socket, head) -> {
                  CountingServer.write(socket, answer);
                  return false;
                });
        HttpTransport transport = transport(proxy.port(), Duration.ofMinutes(1))) {
      CallOutcome<String> ended = call(transport, "POST", "https://" + HOST + "/x");

      assertThat(ended).isInstanceOfAny(CallOutcome.NotSent.class, CallOutcome.Barred.class);
      assertThat(ended.why()).contains("127.0.0.1:" + proxy.port());
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @Test
  void aProxyThatNeverOpensItsTunnelIsWaitedForNoLongerThanTheRest() {
    try (CountingServer proxy = new CountingServer((socket, head) -> waitForTheEnd());
        HttpTransport transport = transport(proxy.port(), Duration.ofMillis(400))) {
      assertThat(call(transport, "POST", "https://" + HOST + "/x"))
          .isInstanceOfSatisfying(
              CallOutcome.NotSent.class, ended -> assertThat(ended.why()).contains("within"));
    }
  }

  /** A company's load balancer has several addresses, and all show the same certificate. */
  @Test
  void aCertificateThatDoesNotFitIsNotLookedForElsewhere() {
    try (CountingServer server = new CountingServer(ProxiedCallsTest::ok);
        Relay secured = Relay.tls(certificates.server("alone"), server.port());
        HttpTransport transport =
            transport(
                new Network(
                    trusted(),
                    Proxies.none(),
                    host ->
                        new InetAddress[] {
                          InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2")
                        }),
                Duration.ofMinutes(1))) {
      CallOutcome<String> ended =
          call(transport, "GET", "https://" + HOST + ":" + secured.port() + "/x");

      assertThat(ended).isInstanceOf(CallOutcome.Barred.class);
      assertThat(ended.why()).contains("signed by nobody but itself (CN=alone)");
      assertThat(secured.connections()).isEqualTo(1);
      assertThat(server.heads()).isEmpty();
    }
  }

  private boolean waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static boolean ok(Socket socket, String head) throws IOException {
    CountingServer.body(socket, head);
    CountingServer.write(socket, CountingServer.OK);
    return true;
  }

  private static HttpTransport transport(int proxy, Duration timeout) {
    ProxyServer server =
        new ProxyServer("127.0.0.1", proxy, Optional.of(new ProxyLogin("anna", PASSWORD)));
    return transport(new Network(trusted(), Proxies.always(server)), timeout);
  }

  private static HttpTransport transport(Network network, Duration timeout) {
    return new HttpTransport(
        network,
        timeout,
        new Waiting(Clock.systemUTC(), Sleeper.REAL, () -> false),
        Secrets.none());
  }

  private static Certificates trusted() {
    try {
      return Certificates.inPem(certificates.pem(TestCertificates.CA));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static CallOutcome<String> call(HttpTransport transport, String method, String address) {
    Optional<String> json = method.equals("POST") ? Optional.of("[]") : Optional.empty();
    return transport.attempt(
        new HttpCall(method, URI.create(address), json, BearerToken.of("t0ken")),
        ProxiedCallsTest::text);
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }
}
