package dev.rollcall.tenant.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Certificates;
import dev.rollcall.security.Secrets;
import dev.rollcall.testing.JavaCommand;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What is promised of calls, before servers that count what really reaches them. */
class HttpPromisesTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration HASTY = Duration.ofMillis(400);
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** How a connection ends that brings no whole answer. */
  private enum End {
    SILENT,
    RESET,
    HALF_A_LINE,
    HALF_A_HEAD,
    HALF_A_BODY;

    boolean come(Socket socket, String head) throws IOException {
      CountingServer.body(socket, head);
      switch (this) {
        case SILENT -> {}
        case RESET -> socket.setSoLinger(true, 0);
        case HALF_A_LINE -> CountingServer.write(socket, "HTTP/1.1 2");
        case HALF_A_HEAD -> CountingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Le");
        case HALF_A_BODY ->
            CountingServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
      }
      return false;
    }
  }

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<HttpTransport> opened = new ArrayList<>();
  private CountingServer server;

  @AfterEach
  void close() {
    over.countDown();
    opened.forEach(HttpTransport::close);
    if (server != null) {
      server.close();
    }
  }

  @Test
  void nothingIsSentTwiceHoweverItsConnectionEnds() {
    for (End end : End.values()) {
      for (String method : METHODS) {
        serve(end::come);

        CallOutcome<String> outcome = call(transport(LONG), method);

        assertThat(outcome).as("%s %s", end, method).isInstanceOf(CallOutcome.NoAnswer.class);
        assertThat(server.heads()).as("%s %s", end, method).hasSize(1);
        server.close();
      }
    }
  }

  /** As {@code nothingIsSentTwice}, but over a connection that was used before. */
  @Test
  void nothingIsSentTwiceOverAConnectionThatEndsLater() {
    for (End end : End.values()) {
      for (String method : METHODS) {
        serve(
            (socket, head) ->
                server.heads().size() > 1 ? end.come(socket, head) : ok(socket, head));
        HttpTransport transport = transport(LONG);
        assertThat(call(transport, "GET")).isInstanceOf(CallOutcome.Accepted.class);

        CallOutcome<String> outcome = call(transport, method);

        assertThat(outcome).as("%s %s", end, method).isInstanceOf(CallOutcome.NoAnswer.class);
        assertThat(server.heads()).as("%s %s", end, method).hasSize(2);
        server.close();
      }
    }
  }

  /** The server gives no sign before it closes; whether that is seen in time is luck. */
  @Test
  void aConnectionThatWasClosedMeanwhileIsNoticedOrTold() {
    for (int round = 0; round < 20; round++) {
      String method = METHODS.get(round % METHODS.size());
      serve(
          (socket, head) -> {
            ok(socket, head);
            return false;
          });
      HttpTransport transport = transport(LONG);
      call(transport, "GET");

      CallOutcome<String> outcome = call(transport, method);

      boolean answered = outcome instanceof CallOutcome.Accepted;
      assertThat(answered || outcome instanceof CallOutcome.NoAnswer).as("%s", outcome).isTrue();
      assertThat(server.heads()).as("%s: %s", method, outcome).hasSize(answered ? 2 : 1);
      server.close();
    }
  }

  /** However short ago it was used: what changes something must not be lost in it. */
  @Test
  void whateverChangesSomethingLooksWhetherItsConnectionIsThere() throws Exception {
    Semaphore closed = new Semaphore(0);
    serve((socket, head) -> okAndGone(socket, head, closed));
    HttpTransport transport = transport(LONG);

    for (String method : List.of("GET", "POST", "PUT", "DELETE", "POST")) {
      assertThat(call(transport, method)).as(method).isInstanceOf(CallOutcome.Accepted.class);
      closed.acquire();
    }

    assertThat(server.heads()).hasSize(5);
  }

  @Test
  void whatFindsItsConnectionGoneAndNobodyThereWasNotSent() throws Exception {
    Semaphore closed = new Semaphore(0);
    serve((socket, head) -> okAndGone(socket, head, closed));
    HttpTransport transport = transport(LONG);
    call(transport, "GET");
    closed.acquire();
    server.close();

    assertThat(call(transport, "POST")).isInstanceOf(CallOutcome.NotSent.class);
  }

  /** A server that hangs up without a word is not believed a second time. */
  @Test
  void readingMeetsAConnectionThatIsGoneOnceAtMost() throws Exception {
    Semaphore closed = new Semaphore(0);
    serve((socket, head) -> okAndGone(socket, head, closed));
    HttpTransport transport = transport(LONG);

    int lost = 0;
    for (int i = 0; i < 10; i++) {
      boolean answered = call(transport, "GET") instanceof CallOutcome.Accepted;
      lost += answered ? 0 : 1;
      if (answered) {
        closed.acquire();
      }
    }

    assertThat(lost).isLessThanOrEqualTo(1);
    assertThat(server.heads()).hasSize(10 - lost);
  }

  private static boolean okAndGone(Socket socket, String head, Semaphore closed)
      throws IOException {
    ok(socket, head);
    socket.close();
    closed.release();
    return false;
  }

  @Test
  void oneConnectionServesOneCallAfterTheOther() {
    Set<Integer> ports = ConcurrentHashMap.newKeySet();
    serve(
        (socket, head) -> {
          ports.add(socket.getPort());
          CountingServer.body(socket, head);
          CountingServer.write(
              socket,
              server.heads().size() % 2 == 0
                  ? CountingServer.OK
                  : "HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");
          return true;
        });
    HttpTransport transport = transport(LONG);

    for (String method : METHODS) {
      transport.attempt(of(method), body -> body.readNBytes(5));
    }

    assertThat(server.heads()).hasSize(METHODS.size());
    assertThat(ports).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"})
  void oneDeadlineCoversWhatDrips(String beginning) {
    serve(
        (socket, head) -> {
          CountingServer.write(socket, beginning);
          while (true) {
            CountingServer.write(socket, "H");
            LockSupport.parkNanos(1_000_000);
          }
        });

    assertThat(call(transport(HASTY), "GET"))
        .isEqualTo(new CallOutcome.NoAnswer<>("no complete answer within 0 s"));
    assertThat(server.heads()).hasSize(1);
  }

  @Test
  void oneDeadlineCoversWritingToo() {
    serve((socket, head) -> waitForTheEnd());

    assertThat(transport(HASTY).attempt(large(), HttpPromisesTest::text))
        .isInstanceOf(CallOutcome.NoAnswer.class);
  }

  @Test
  void whatBreaksWhileItIsWrittenMayHaveHappened() {
    serve(End.RESET::come);

    assertThat(
            transport(LONG)
                .attempt(
                    new HttpCall("PUT", uri("http", "127.0.0.1"), Optional.of("x"), token()),
                    HttpPromisesTest::text))
        .isInstanceOf(CallOutcome.NoAnswer.class);
    server.close();
    serve(
        (socket, head) -> {
          socket.setSoLinger(true, 0);
          return false;
        });
    assertThat(transport(LONG).attempt(large(), HttpPromisesTest::text))
        .isInstanceOf(CallOutcome.NoAnswer.class);
  }

  @Test
  void aHandshakeThatIsNeverAnsweredSendsNothing() {
    serve((socket, head) -> waitForTheEnd());

    assertThat(transport(HASTY).attempt(at("https", "127.0.0.1"), HttpPromisesTest::text))
        .isEqualTo(
            new CallOutcome.NotSent<>(
                "not connected to 127.0.0.1:%d: nothing came of it within 0 s"
                    .formatted(server.port())));
    assertThat(server.heads()).isEmpty();
  }

  @Test
  void allAddressesOfAHostAreTried() {
    serve(HttpPromisesTest::ok);
    HttpTransport transport =
        transport(
            LONG,
            host ->
                new InetAddress[] {
                  InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")
                });

    assertThat(transport.attempt(at("http", "two.example.test"), HttpPromisesTest::text))
        .isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
  }

  @Test
  void aHostThatNobodyKnowsSendsNothing() {
    serve(HttpPromisesTest::ok);
    HttpTransport transport =
        transport(
            LONG,
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(transport.attempt(at("http", "no.example.test"), HttpPromisesTest::text))
        .isEqualTo(
            new CallOutcome.NotSent<>(
                "not connected to no.example.test:%d: there is no such host"
                    .formatted(server.port())));
  }

  @Test
  void aNameServerThatDoesNotAnswerIsWaitedForNoLongerThanTheRest() {
    serve(HttpPromisesTest::ok);
    HttpTransport transport =
        transport(
            HASTY,
            host -> {
              waitForTheEnd();
              throw new UnknownHostException(host);
            });

    assertThat(transport.attempt(at("http", "slow.example.test"), HttpPromisesTest::text))
        .isInstanceOfSatisfying(
            CallOutcome.NotSent.class, lost -> assertThat(lost.why()).contains("within"));
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1, NoAnswer", "https://127.0.0.1, NotSent", "http://name, NotSent"})
  void anInterruptEndsACall(URI place, String outcome) throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    serve(
        (socket, head) -> {
          waits.countDown();
          return waitForTheEnd();
        });
    HttpTransport transport =
        transport(
            LONG,
            host -> {
              waits.countDown();
              waitForTheEnd();
              throw new UnknownHostException(host);
            });
    AtomicInteger interrupted = new AtomicInteger();
    Callable<CallOutcome<String>> calling =
        () -> {
          if (place.getScheme().equals("https")) {
            Thread.currentThread().interrupt();
          }
          CallOutcome<String> ended =
              transport.attempt(at(place.getScheme(), place.getHost()), HttpPromisesTest::text);
          interrupted.addAndGet(Thread.interrupted() ? 1 : 0);
          return ended;
        };
    ExecutorService lane = Executors.newSingleThreadExecutor();
    Future<CallOutcome<String>> call = lane.submit(calling);
    if (place.getScheme().equals("http")) {
      waits.await();
    }
    lane.shutdownNow();

    assertThat(call.get().getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(call.get().why()).contains("interrupted");
    assertThat(interrupted).hasValue(1);
  }

  @Test
  void callsOfSeveralThreadsAreOnTheirWayTogether() throws Exception {
    int lanes = 24;
    CyclicBarrier together = new CyclicBarrier(lanes);
    serve(
        (socket, head) -> {
          try {
            together.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IOException(e);
          }
          return ok(socket, head);
        });
    HttpTransport transport = transport(LONG);
    ExecutorService pool = Executors.newFixedThreadPool(lanes);
    try {
      List<Callable<CallOutcome<String>>> calls = new ArrayList<>();
      for (int lane = 0; lane < 2 * lanes; lane++) {
        String method = METHODS.get(lane % METHODS.size());
        calls.add(() -> call(transport, method));
      }
      for (Future<CallOutcome<String>> each : pool.invokeAll(calls)) {
        assertThat(each.get()).isEqualTo(new CallOutcome.Accepted<>(200, "hello"));
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(server.heads()).hasSize(2 * lanes);
  }

  @Test
  void aCallSaysWhatItIsAndNoMore() {
    serve(
        (socket, head) -> {
          CountingServer.body(socket, head);
          CountingServer.write(
              socket,
              "HTTP/1.1 401 No\r\nSet-Cookie: a=b\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
          return true;
        });
    HttpTransport transport = transport(LONG);
    String host = "127.0.0.1:" + server.port();

    METHODS.forEach(method -> call(transport, method));

    assertThat(server.heads()).hasSize(METHODS.size());
    for (String head : server.heads()) {
      List<String> lines = head.lines().map(line -> line.replace(host, "HOST")).toList();
      boolean reads = head.startsWith("GET");
      List<String> said =
          new ArrayList<>(
              List.of(
                  lines.get(0).split(" ")[0] + " /api/members?email=a%2Bb HTTP/1.1",
                  "Authorization: Bearer t0ken",
                  "Accept: application/json",
                  "Host: HOST",
                  "Connection: keep-alive",
                  "User-Agent: rollcall",
                  ""));
      if (!reads) {
        said.addAll(List.of("Content-Type: application/json", "Content-Length: 3"));
      }
      assertThat(lines).containsExactlyInAnyOrderElementsOf(said);
    }
  }

  @Test
  void textIsSentAsItIs() {
    StringBuilder came = new StringBuilder();
    serve(
        (socket, head) -> {
          came.append(CountingServer.body(socket, head));
          return ok(socket, "");
        });

    transport(LONG)
        .attempt(
            new HttpCall("POST", uri("http", "127.0.0.1"), Optional.of("\"Zoë 李\""), token()),
            HttpPromisesTest::text);

    assertThat(came).hasToString("\"Zoë 李\"");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1, 0, Accepted",
    "101, 1, 0, Excessive",
    "99, 60000, 0, Accepted",
    "1, 65600, 0, Excessive",
    "1, 1, 8, Accepted",
    "1, 1, 9, Excessive"
  })
  void headsAreBounded(int lines, int length, int interim, String outcome) {
    serve(
        (socket, head) -> {
          CountingServer.write(socket, "HTTP/1.1 100 Continue\r\n\r\n".repeat(interim));
          CountingServer.write(socket, "HTTP/1.1 204 OK\r\n");
          for (int line = 0; line < lines; line++) {
            CountingServer.write(socket, "X-%d: %s\r\n".formatted(line, "x".repeat(length)));
          }
          CountingServer.write(socket, "\r\n");
          return true;
        });

    assertThat(call(transport(LONG), "POST").getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0\r\nX: %s", "5;%s", "%s"})
  void chunksThatDoNotEndEnd(String endless) {
    serve(
        (socket, head) -> {
          String line = "1".repeat(8_000);
          CountingServer.write(
              socket,
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + endless.formatted(line));
          while (true) {
            CountingServer.write(socket, line);
          }
        });

    assertThat(call(transport(LONG), "GET")).isInstanceOf(CallOutcome.Excessive.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NONSENSE %s\r\n\r\n", "HTTP/1.1 abc %s\r\n\r\n", "HTTP/9.9 200 %s\r\n\r\n"})
  void nonsenseIsToldInOneShortLine(String nonsense) {
    serve(
        (socket, head) -> {
          CountingServer.write(socket, nonsense.formatted("x".repeat(30_000)));
          return false;
        });

    assertThat(call(transport(LONG), "GET"))
        .isInstanceOfSatisfying(
            CallOutcome.NoAnswer.class,
            lost -> assertThat(lost.why()).startsWith("no answer: ").hasSizeLessThan(300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.wire"})
  void nobodyListensToTheLogsThatHoldTokens(String logger) {
    assertThat(LoggerFactory.getLogger(logger).isErrorEnabled()).isFalse();
  }

  @Test
  void withoutEncryptionNothingOfItIsMadeReady(@TempDir Path folder) throws Exception {
    serve(HttpPromisesTest::ok);
    Path classes = folder.resolve("classes.txt");
    Process process =
        new ProcessBuilder(
                JavaCommand.with("-Xlog:class+load:file=" + classes)
                    .of(OneCall.class, uri("http", "127.0.0.1").toString()))
            .inheritIO()
            .start();

    assertThat(process.waitFor()).isZero();

    assertThat(Files.readString(classes))
        .contains(" " + TlsLayer.class.getName() + " ")
        .doesNotContain(" sun.security.ssl.", " sun.security.x509.", " java.net.http.");
  }

  /** The main class of a process that makes one call. */
  static final class OneCall {

    private OneCall() {}

    public static void main(String[] args) {
      try (HttpTransport transport =
          new HttpTransport(Network.direct(), LONG, waiting(), Secrets.none())) {
        HttpCall call = new HttpCall("GET", URI.create(args[0]), Optional.empty(), token());
        System.exit(
            transport.attempt(call, HttpPromisesTest::text) instanceof CallOutcome.Accepted
                ? 0
                : 1);
      }
    }
  }

  private static boolean ok(Socket socket, String head) throws IOException {
    CountingServer.body(socket, head);
    CountingServer.write(socket, CountingServer.OK);
    return true;
  }

  private boolean waitForTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void serve(CountingServer.Script script) {
    server = new CountingServer(script);
  }

  private HttpTransport transport(Duration timeout) {
    return transport(timeout, InetAddress::getAllByName);
  }

  private HttpTransport transport(Duration timeout, HostDirectory hosts) {
    HttpTransport transport =
        new HttpTransport(
            new Network(Certificates.none(), Proxies.none(), hosts),
            timeout,
            waiting(),
            Secrets.none());
    opened.add(transport);
    return transport;
  }

  private static Waiting waiting() {
    return new Waiting(Clock.systemUTC(), Sleeper.REAL, () -> false);
  }

  private CallOutcome<String> call(HttpTransport transport, String method) {
    return transport.attempt(of(method), HttpPromisesTest::text);
  }

  private HttpCall of(String method) {
    Optional<String> json = method.equals("GET") ? Optional.empty() : Optional.of("[1]");
    return new HttpCall(method, uri("http", "127.0.0.1"), json, token());
  }

  private HttpCall at(String scheme, String host) {
    return new HttpCall("GET", uri(scheme, host), Optional.empty(), token());
  }

  /** More than fits between the two. */
  private HttpCall large() {
    return new HttpCall(
        "PUT", uri("http", "127.0.0.1"), Optional.of("x".repeat(32 * 1024 * 1024)), token());
  }

  private URI uri(String scheme, String host) {
    return URI.create(scheme + "://" + host + ":" + server.port() + "/api/members?email=a%2Bb");
  }

  private static BearerToken token() {
    return BearerToken.of("t0ken");
  }

  private static String text(InputStream body) throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }
}
