package dev.rollcall.target.http;

import static java.util.Objects.requireNonNull;

import dev.rollcall.security.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The JDK's client, told to do nothing on its own: HTTP/1.1, no redirects, no silent repetition,
 * and one deadline over headers and body.
 */
public final class HttpTransport implements Transport {

  private static final int LONGEST_REJECTION = 16 * 1024;

  // Both are read when the first client of the process is made.
  static {
    // Without this the client repeats a GET whose connection broke, unseen by windows and budgets.
    setUnlessSet("jdk.httpclient.redirects.retrylimit", "1");
    // Servers close idle connections after a minute or so; a POST that meets one is in doubt.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "20");
  }

  private final HttpClient client;
  private final Duration timeout;
  private final Clock clock;
  private final Secrets secrets;
  private final Watchdog watchdog = new Watchdog();

  /**
   * A transport with connections of its own.
   *
   * @param timeout for a whole call: connecting, headers and body
   * @param clock for {@code Retry-After} given as a date
   * @param secrets what no answer and no failure may tell
   */
  public HttpTransport(Duration connectTimeout, Duration timeout, Clock clock, Secrets secrets) {
    this.timeout = requireNonNull(timeout, "timeout");
    this.clock = requireNonNull(clock, "clock");
    this.secrets = requireNonNull(secrets, "secrets");
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .build();
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public <T> Attempt<T> attempt(Call call, Reading<T> reading) {
    CompletableFuture<HttpResponse<InputStream>> sending =
        client.sendAsync(request(call), HttpResponse.BodyHandlers.ofInputStream());
    try (Watchdog.Watch watch = watchdog.watch(sending, timeout)) {
      HttpResponse<InputStream> response = sending.get();
      try (InputStream body = watch.over(response.body())) {
        return read(call, response, body, reading);
      } catch (IOException | RuntimeException e) {
        return new Attempt.NoAnswer<>(watch.barked() ? late() : unusable(e));
      }
    } catch (InterruptedException e) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      return new Attempt.NoAnswer<>("interrupted");
    } catch (ExecutionException e) {
      return failed(call, e.getCause());
    } catch (CancellationException e) {
      return new Attempt.NoAnswer<>(late());
    }
  }

  private <T> Attempt<T> read(
      Call call, HttpResponse<InputStream> response, InputStream body, Reading<T> reading)
      throws IOException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Attempt.Accepted<>(status, reading.read(body));
    }
    String text = new String(body.readNBytes(LONGEST_REJECTION), StandardCharsets.UTF_8);
    return new Attempt.Rejected<>(
        status,
        secrets.hide(text),
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> RetryAfter.parse(value, clock.instant())));
  }

  private <T> Attempt<T> failed(Call call, Throwable problem) {
    // So the client wraps it where it is told not to repeat.
    boolean wrapped = problem.getCause() instanceof ConnectException;
    Throwable cause = wrapped ? problem.getCause() : problem;
    boolean neverMade =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof UnresolvedAddressException
            || cause instanceof SSLHandshakeException;
    return neverMade
        ? new Attempt.NotSent<>("not connected to %s: %s".formatted(place(call.uri()), why(cause)))
        : new Attempt.NoAnswer<>("no answer: " + text(cause));
  }

  /** Most of these have no message of their own. */
  private String why(Throwable neverMade) {
    if (neverMade instanceof UnresolvedAddressException
        || neverMade.getCause() instanceof UnresolvedAddressException) {
      return "there is no such host";
    }
    return neverMade instanceof ConnectException && neverMade.getMessage() == null
        ? "nothing answers there"
        : text(neverMade);
  }

  private static String place(URI uri) {
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  private String unusable(Exception problem) {
    return "unusable answer: " + text(problem);
  }

  private String late() {
    return "no complete answer within " + timeout.toSeconds() + " s";
  }

  private String text(Throwable problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? problem.getClass().getSimpleName()
        : secrets.hide(message).lines().findFirst().orElse(message);
  }

  private static HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .header("Authorization", call.token().header())
            .header("Accept", "application/json")
            .header("User-Agent", "rollcall");
    call.json().ifPresent(json -> request.header("Content-Type", "application/json"));
    return request
        .method(
            call.method(),
            call.json()
                .map(HttpRequest.BodyPublishers::ofString)
                .orElseGet(HttpRequest.BodyPublishers::noBody))
        .build();
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
