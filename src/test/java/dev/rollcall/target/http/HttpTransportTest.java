package dev.rollcall.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Secrets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTransportTest {

  private static final String SECRET = "s3cr3t-t0ken";

  private static final Secrets SECRETS = Secrets.of(List.of(SECRET));

  /** What the server does with a connection after it has read the request. */
  private interface Answering {
    void answer(OutputStream out) throws IOException;
  }

  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpTransport transport =
      new HttpTransport(Duration.ofMinutes(1), Duration.ofMinutes(1), Clock.systemUTC(), SECRETS);
  private final HttpTransport hasty =
      new HttpTransport(Duration.ofMinutes(1), Duration.ofMillis(400), Clock.systemUTC(), SECRETS);
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    transport.close();
    hasty.close();
    server.close();
  }

  @Test
  void readsAnAnswer() {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"));

    assertThat(get()).isEqualTo(new Attempt.Accepted<>(200, "hello"));
  }

  @Test
  void oneDeadlineCoversTheHeaders() {
    serve(out -> waitForTheEnd());

    assertThat(get(hasty)).isInstanceOf(Attempt.NoAnswer.class);
  }

  @Test
  void oneDeadlineCoversABodyThatDoesNotEnd() {
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
          waitForTheEnd();
        });

    assertThat(get(hasty))
        .isInstanceOfSatisfying(
            Attempt.NoAnswer.class, lost -> assertThat(lost.why()).contains("within"));
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainInSilence() {
    serve(out -> {});

    assertThat(get()).isInstanceOf(Attempt.NoAnswer.class);
    assertThat(seen).hasValue(1);
  }

  @Test
  void aTruncatedBodyIsNoAnswer() {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhel"));

    assertThat(get()).isInstanceOf(Attempt.NoAnswer.class);
  }

  @Test
  void whatWasNeverConnectedWasNotSent() throws IOException {
    int port = server.getLocalPort();
    server.close();

    assertThat(get())
        .isEqualTo(
            new Attempt.NotSent<>(
                "not connected to 127.0.0.1:" + port + ": nothing answers there"));
  }

  @Test
  void redirectsAreNotFollowed() {
    serve(
        out ->
            write(
                out,
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"));

    assertThat(get())
        .isInstanceOfSatisfying(
            Attempt.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(302));
  }

  @Test
  void theTokenIsInNoText() {
    BearerToken token = BearerToken.of(SECRET + "\n");
    serve(out -> write(out, "HTTP/1.1 401 No\r\nContent-Length: 18\r\n\r\nbad " + SECRET + "!!"));

    Attempt<String> attempt = get();

    assertThat(attempt.toString()).contains("bad ***!!").doesNotContain(SECRET);
    assertThat(token).hasToString("***");
    assertThat(call()).hasToString("GET /api/members");
  }

  private Attempt<String> get() {
    return get(transport);
  }

  private Attempt<String> get(HttpTransport from) {
    return from.attempt(call(), body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  private Call call() {
    URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/members?email=a");
    return new Call("GET", uri, Optional.empty(), BearerToken.of(SECRET));
  }

  private void serve(Answering answering) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  readRequest(socket);
                  seen.incrementAndGet();
                  answering.answer(socket.getOutputStream());
                } catch (IOException e) {
                  // The client or the test went away.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void readRequest(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
