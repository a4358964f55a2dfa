package dev.rollcall.tenant.http;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {

  private static final String SECRET = "s3cr3t-t0ken";

  private static final Secrets SECRETS = Secrets.of(List.of(SECRET));

  /** What the server does with a connection after it has read the request. */
  private interface Answering {
    void answer(OutputStream out) throws IOException;
  }

  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final HttpTransport transport = transport(Duration.ofMinutes(1), () -> false);
  private final HttpTransport hasty = transport(Duration.ofMillis(400), () -> false);
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

    assertThat(get()).isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
  }

  @Test
  void oneDeadlineCoversTheHeaders() {
    serve(out -> waitForTheEnd());

    assertThat(get(hasty)).isInstanceOf(CallOutcome.NoAnswer.class);
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
            CallOutcome.NoAnswer.class, lost -> assertThat(lost.why()).contains("within"));
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainInSilence() {
    serve(out -> {});

    assertThat(get()).isInstanceOf(CallOutcome.NoAnswer.class);
    assertThat(seen).hasValue(1);
  }

  @Test
  void aTruncatedBodyIsNoAnswer() {
    serve(out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhel"));

    assertThat(get()).isInstanceOf(CallOutcome.NoAnswer.class);
  }

  @Test
  void whatWasNeverConnectedWasNotSent() throws IOException {
    int port = server.getLocalPort();
    server.close();

    assertThat(get())
        .isEqualTo(
            new CallOutcome.NotSent<>(
                "not connected to 127.0.0.1:" + port + ": nothing answers there"));
  }

  @Test
  void aStopCutsWhatIsOnlyReadShort() {
    AtomicBoolean stop = new AtomicBoolean();
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
          stop.set(true);
          waitForTheEnd();
        });

    try (HttpTransport stoppable = transport(Duration.ofMinutes(1), stop::get)) {
      assertThat(get(stoppable)).isInstanceOf(CallOutcome.Stopped.class);
      assertThat(
              new StoppableTransport(stoppable, stop::get, () -> false).attempt(call(), body -> ""))
          .isInstanceOf(CallOutcome.Stopped.class);
    }
    assertThat(seen).hasValue(1);
  }

  @Test
  void aStopLetsFinishWhatBelongsToAChange() {
    AtomicBoolean stop = new AtomicBoolean();
    serve(
        out -> {
          stop.set(true);
          write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello");
        });

    try (HttpTransport stoppable = transport(Duration.ofMinutes(1), stop::get)) {
      assertThat(from(stoppable, "POST")).isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
      assertThat(get(stoppable)).isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
    }
  }

  @Test
  void aBodyThatDoesNotEndEnds() {
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n");
          byte[] mebibyte = new byte[1024 * 1024];
          while (true) {
            out.write(mebibyte);
          }
        });

    assertThat(transport.attempt(call(), body -> body.transferTo(OutputStream.nullOutputStream())))
        .isEqualTo(new CallOutcome.Excessive<>("the answer is larger than 256 MiB"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nX: %s",
        "HTTP/1.1 200 %s",
        "HTTP/1.1 200 OK\r\n%s",
        "HTTP/1.1 103 Early Hints\r\nLink: %s\r\n\r\n"
      })
  void aHeadThatDoesNotEndEnds(String beginning) {
    serve(
        out -> {
          String line = "x".repeat(8_000);
          write(out, beginning.formatted(line));
          while (true) {
            write(out, beginning.endsWith("\n\r\n") ? beginning.formatted("x") : line);
          }
        });

    assertThat(get()).isInstanceOf(CallOutcome.Excessive.class);
  }

  @Test
  void manyHeadersAreTooMany() {
    serve(
        out -> {
          write(out, "HTTP/1.1 200 OK\r\n");
          for (int number = 0; true; number++) {
            write(out, "X-" + number + ": x\r\n");
          }
        });

    assertThat(get()).isInstanceOf(CallOutcome.Excessive.class);
  }

  @Test
  void readsTheOldestAnswersThereAre() {
    serve(out -> write(out, "HTTP/1.0 200 OK\r\n\r\nhello"));

    assertThat(get()).isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
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
            CallOutcome.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(302));
  }

  @Test
  void theTokenIsInNoText() {
    BearerToken token = BearerToken.of(SECRET + "\n");
    serve(out -> write(out, "HTTP/1.1 401 No\r\nContent-Length: 18\r\n\r\nbad " + SECRET + "!!"));

    CallOutcome<String> attempt = get();

    assertThat(attempt.toString()).contains("bad ***!!").doesNotContain(SECRET);
    assertThat(token).hasToString("***");
    assertThat(call()).hasToString("GET /api/members");
  }

  private static HttpTransport transport(Duration timeout, BooleanSupplier stop) {
    Waiting waiting = new Waiting(Clock.systemUTC(), Sleeper.REAL, stop);
    return new HttpTransport(Network.direct(), timeout, waiting, SECRETS);
  }

  private CallOutcome<String> get() {
    return get(transport);
  }

  private CallOutcome<String> get(HttpTransport from) {
    return from(from, "GET");
  }

  private CallOutcome<String> from(HttpTransport from, String method) {
    return from.attempt(
        call(method), body -> new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  private HttpCall call() {
    return call("GET");
  }

  private HttpCall call(String method) {
    URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/api/members?email=a");
    return new HttpCall(method, uri, Optional.empty(), BearerToken.of(SECRET));
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
