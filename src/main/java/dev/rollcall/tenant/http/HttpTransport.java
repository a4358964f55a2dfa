package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Apache's client over plain blocking connections, one deadline over all that a call does:
 * connecting, TLS, head and body. Each thread may have a call on its way.
 */
public final class HttpTransport implements Transport {

  private static final int LONGEST_REJECTION = 16 * 1024;

  /** A member list is one answer; a hundred thousand people are about 64 MiB. */
  private static final long LONGEST_ANSWER = 256L * 1024 * 1024;

  private final Network network;
  private final Watchdog watchdog = new Watchdog();
  private final HttpClientConnectionManager connections;
  private final StraightCalls straight;
  private final Duration timeout;
  private final Waiting waiting;
  private final Secrets secrets;
  private final HeapHeadroom headroom = new HeapHeadroom();
  private volatile boolean hasWritten;

  /** Made by the first call that needs it. */
  private @Nullable CloseableHttpClient proxied;

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
    this.connections = HttpClients.connections(network, watchdog::hasBarked);
    this.straight = new StraightCalls(connections);
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
    OutgoingCall going =
        new OutgoingCall(call, new ConnectionDiagnosis(call.uri(), proxy, secrets));
    // Once something was written, what is read belongs to it: looking what it did, and mending.
    BooleanSupplier stop = hasWritten ? () -> false : waiting.stop();
    try (Watchdog.Watch watch = watchdog.watch(going::cut, timeout, stop)) {
      return attempt(going, watch, reading);
    }
  }

  private <T> CallOutcome<T> attempt(
      OutgoingCall going, Watchdog.Watch watch, BodyReader<T> reading) {
    try {
      return read(going, opened(going), reading);
    } catch (IOException | RuntimeException e) {
      // What was cut short may end in any way: that it was cut is what counts.
      return watch
          .barked()
          .map(why -> going.<T>ended(why, timeout))
          .orElseGet(() -> going.failed(e));
    } finally {
      going.cut();
    }
  }

  private ClassicHttpResponse opened(OutgoingCall going) throws IOException {
    return going.proxy().isEmpty()
        ? straight.open(going)
        : proxied().executeOpen(null, going.request(), going.context());
  }

  private synchronized CloseableHttpClient proxied() {
    if (proxied == null) {
      proxied = HttpClients.proxied(connections);
    }
    return proxied;
  }

  private <T> CallOutcome<T> read(
      OutgoingCall going, ClassicHttpResponse response, BodyReader<T> reading) throws IOException {
    int status = response.getCode();
    Optional<ProxyServer> proxy = going.proxy();
    if (proxy.isPresent() && (!going.isSent() || status == HttpURLConnection.HTTP_PROXY_AUTH)) {
      return going.refused(proxy.get(), status);
    }
    going.isAnswered();
    InputStream body = body(response);
    return status / 100 == 2
        ? new CallOutcome.Accepted<>(
            status, read(body, reading), AnswerHeaders.of(headers(response)))
        : rejected(
            response, new String(body.readNBytes(LONGEST_REJECTION), StandardCharsets.UTF_8));
  }

  private static InputStream body(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? InputStream.nullInputStream() : entity.getContent();
  }

  private <T> T read(InputStream body, BodyReader<T> reading) throws IOException {
    // Closing would read on to the end, which may be far.
    T value =
        reading.read(
            new BoundedBody(CloseShieldInputStream.wrap(body), LONGEST_ANSWER, headroom::isGone));
    try {
      // Who has read what it wants need not have come upon the end; then the connection stays.
      body.read();
    } catch (IOException e) {
      // All that was wanted is there.
    }
    return value;
  }

  private <T> CallOutcome<T> rejected(ClassicHttpResponse response, String text) {
    return new CallOutcome.Rejected<>(
        response.getCode(),
        secrets.hide(text),
        Optional.ofNullable(response.getFirstHeader("Retry-After"))
            .map(Header::getValue)
            .flatMap(value -> RetryAfter.parse(value, waiting.clock().instant())),
        reference(response).map(secrets::hide));
  }

  private static Optional<String> reference(ClassicHttpResponse response) {
    return RequestReference.in(headers(response));
  }

  private static Stream<Map.Entry<String, String>> headers(ClassicHttpResponse response) {
    return Arrays.stream(response.getHeaders())
        .filter(header -> header.getValue() != null)
        .map(header -> Map.entry(header.getName(), header.getValue()));
  }

  @Override
  public void close() {
    watchdog.close();
    connections.close(CloseMode.IMMEDIATE);
  }
}
