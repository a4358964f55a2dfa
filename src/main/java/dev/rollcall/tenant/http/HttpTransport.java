package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The JDK's client, told to do nothing on its own: HTTP/1.1, no redirects, no silent repetition,
 * and one deadline over headers and body.
 */
public final class HttpTransport implements Transport {

  private static final int LONGEST_REJECTION = 16 * 1024;

  /** A member list is one answer; a hundred thousand people are about 64 MiB. */
  private static final long LONGEST_ANSWER = 256L * 1024 * 1024;

  // All are read when the first client of the process is made.
  static {
    // Without this the client repeats a GET whose connection broke, unseen by windows and budgets.
    setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
    // Servers close idle connections after a minute or so; a POST that meets one is in doubt.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "20");
    // Most proxies that want a password want it so; it goes to the proxy alone.
    setUnlessSet("jdk.http.auth.tunneling.disabledSchemes", "");
    setUnlessSet("jdk.http.maxHeaderSize", "65536");
  }

  private final Network network;
  private final HttpClient client;
  private final Duration timeout;
  private final Waiting waiting;
  private final Secrets secrets;
  private final Watchdog watchdog = new Watchdog();
  private final HeapHeadroom headroom = new HeapHeadroom();
  private volatile boolean hasWritten;

  /**
   * A transport with connections of its own.
   *
   * @param timeout for a whole call: connecting, headers and body
   * @param waiting the clock for {@code Retry-After} given as a date, and the stop that ends
   *     reading
   * @param secrets what no answer and no failure may tell
   */
  public HttpTransport(Network network, Duration timeout, Waiting waiting, Secrets secrets) {
    this.network = network;
    this.timeout = timeout;
    this.waiting = waiting;
    this.secrets = secrets.and(network.secrets());
    this.client = network.client();
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public <T> CallOutcome<T> attempt(HttpCall call, BodyReader<T> reading) {
    hasWritten |= !call.isReading();
    Optional<ProxyServer> proxy;
    try {
      proxy = network.proxies().on(call.uri());
    } catch (IllegalArgumentException e) {
      return new CallOutcome.Barred<>(secrets.hide(String.valueOf(e.getMessage())));
    }
    return attempt(new Going(call, new ConnectionDiagnosis(call.uri(), proxy, secrets)), reading);
  }

  /** Once something was written, what is read belongs to it: looking what it did, and mending. */
  private boolean mayBeCut(HttpCall call) {
    return call.isReading() && !hasWritten;
  }

  private <T> CallOutcome<T> attempt(Going going, BodyReader<T> reading) {
    CompletableFuture<HttpResponse<InputStream>> sending =
        client.sendAsync(going.request(), HttpResponse.BodyHandlers.ofInputStream());
    try (Watchdog.Watch watch = watch(going.call(), sending)) {
      try {
        HttpResponse<InputStream> response = sending.get();
        try (InputStream body = watch.over(response.body())) {
          return read(going, response, body, reading);
        } catch (IOException | RuntimeException e) {
          return watch.barked().map(this::<T>ended).orElseGet(() -> unusable(going.diagnosis(), e));
        }
      } catch (ExecutionException e) {
        // What was cut short may end in any way: that it was cut is what counts.
        return watch
            .barked()
            .map(this::<T>ended)
            .orElseGet(() -> going.diagnosis().of(Optional.ofNullable(e.getCause()).orElse(e)));
      } catch (CancellationException e) {
        return ended(watch.barked().orElse(Watchdog.Bark.LATE));
      }
    } catch (InterruptedException e) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      return new CallOutcome.NoAnswer<>("interrupted");
    }
  }

  private Watchdog.Watch watch(HttpCall call, CompletableFuture<?> sending) {
    return mayBeCut(call)
        ? watchdog.watch(sending, timeout, waiting.stop())
        : watchdog.watch(sending, timeout);
  }

  private <T> CallOutcome<T> read(
      Going going, HttpResponse<InputStream> response, InputStream body, BodyReader<T> reading)
      throws IOException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new CallOutcome.Accepted<>(
          status, reading.read(new BoundedBody(body, LONGEST_ANSWER, headroom::isGone)));
    }
    Optional<ProxyServer> proxy = going.diagnosis().proxy();
    if (status == HttpURLConnection.HTTP_PROXY_AUTH && proxy.isPresent()) {
      return going.diagnosis().login(proxy.get());
    }
    String text = new String(body.readNBytes(LONGEST_REJECTION), StandardCharsets.UTF_8);
    return new CallOutcome.Rejected<>(
        status,
        secrets.hide(text),
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.parse(value, waiting.clock().instant())));
  }

  private static <T> CallOutcome<T> unusable(ConnectionDiagnosis diagnosis, Exception problem) {
    // Whoever reads a body may wrap what reading it throws.
    Optional<AnswerTooLarge> beyond = ConnectionDiagnosis.first(AnswerTooLarge.class, problem);
    return beyond.isPresent()
        ? new CallOutcome.Excessive<>(diagnosis.text(beyond.get()))
        : new CallOutcome.NoAnswer<>("unusable answer: " + diagnosis.text(problem));
  }

  private <T> CallOutcome<T> ended(Watchdog.Bark why) {
    return switch (why) {
      case LATE ->
          new CallOutcome.NoAnswer<>("no complete answer within " + timeout.toSeconds() + " s");
      case STOPPED -> StoppableTransport.stopped();
    };
  }

  /** A call on its way, and who can say what went wrong with it. */
  private record Going(HttpCall call, ConnectionDiagnosis diagnosis) {

    HttpRequest request() {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(call.uri())
              .header("Authorization", call.token().header())
              .header("Accept", "application/json")
              .header("User-Agent", "rollcall");
      call.json().ifPresent(json -> request.header("Content-Type", "application/json"));
      // Goes with CONNECT, and no further. An authenticator would also answer servers.
      diagnosis
          .proxy()
          .flatMap(ProxyServer::login)
          .ifPresent(login -> request.header("Proxy-Authorization", login.header()));
      return request
          .method(
              call.method(),
              call.json()
                  .map(HttpRequest.BodyPublishers::ofString)
                  .orElseGet(HttpRequest.BodyPublishers::noBody))
          .build();
    }
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
