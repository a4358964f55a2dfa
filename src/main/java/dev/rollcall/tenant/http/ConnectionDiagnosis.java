package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * The diagnosis of a call without an answer: what the client's exception means, and what to do.
 *
 * @param proxy on the way, if one is
 * @param secrets what no message may hold
 */
record ConnectionDiagnosis(URI way, Optional<ProxyServer> proxy, Secrets secrets) {

  /** Nothing was sent when it failed. */
  <T> CallOutcome<T> notSent(Throwable problem) {
    return this.<T>beyondRepair(problem).orElseGet(() -> notConnected(to(problem), why(problem)));
  }

  /** The same, where nobody knows at what it was. */
  <T> CallOutcome<T> notConnected(String why) {
    return notConnected(place() + through(), why);
  }

  /** It was sent, or partly so, and there is no answer. */
  <T> CallOutcome<T> noAnswer(Throwable problem) {
    return this.<T>beyondRepair(problem)
        .orElseGet(
            () -> new CallOutcome.NoAnswer<>("no answer" + through() + ": " + broken(problem)));
  }

  /** The answer began, and could not be read. */
  <T> CallOutcome<T> unusable(Throwable problem) {
    // Whoever reads a body may wrap what reading it throws.
    Optional<String> beyond =
        first(AnswerTooLarge.class, problem)
            .map(this::text)
            .or(
                () ->
                    first(MessageConstraintException.class, problem)
                        .map(each -> "the answer is in pieces whose head or tail does not end"));
    return beyond.isPresent()
        ? new CallOutcome.Excessive<>(beyond.get())
        : new CallOutcome.NoAnswer<>("unusable answer: " + text(problem));
  }

  /** What trying again would not mend. */
  private <T> Optional<CallOutcome<T>> beyondRepair(Throwable problem) {
    if (first(MessageConstraintException.class, problem).isPresent()) {
      return Optional.of(
          new CallOutcome.Excessive<>("no answer" + through() + ": its head does not end"));
    }
    return first(CertificateRejected.class, problem)
        .map(this::text)
        .or(() -> new HandshakeDiagnosis(place() + through()).of(causes(problem).toList()))
        .map(CallOutcome.Barred::new);
  }

  /** The proxy answered in place of the server: it does not let this call pass. */
  <T> CallOutcome<T> refused(ProxyServer server, int status) {
    if (status == HttpURLConnection.HTTP_PROXY_AUTH) {
      return login(server);
    }
    String why =
        "the proxy %s lets nobody through to %s: it answered %d".formatted(server, place(), status);
    boolean mayPass = status >= 500 || status == 408 || status == 429;
    return mayPass
        ? new CallOutcome.NotSent<>(why)
        : new CallOutcome.Barred<>(
            why + "; have it allowed there, or name another in target.proxy");
  }

  /** The proxy answers a login that it does not take. */
  private static <T> CallOutcome<T> login(ProxyServer server) {
    return new CallOutcome.Barred<>(
        server.login().isPresent()
            ? "the proxy %s does not take the name or the password it was given (407); look at target.proxy, or at the variable that names the proxy"
                .formatted(server)
            : "the proxy %s wants a name and a password (407); give them as username and password of target.proxy"
                .formatted(server));
  }

  private static <T> CallOutcome<T> notConnected(String to, String why) {
    return new CallOutcome.NotSent<>("not connected to %s: %s".formatted(to, why));
  }

  private String to(Throwable problem) {
    return proxy
        .filter(server -> first(SSLException.class, problem).isEmpty())
        .map(server -> "the proxy " + server)
        .orElseGet(() -> place() + through());
  }

  private String why(Throwable problem) {
    if (problem instanceof UnknownHostException) {
      return "there is no such host";
    }
    return problem instanceof ConnectException
            || problem instanceof NoRouteToHostException
            || problem instanceof ConnectTimeoutException
        ? "nothing answers there"
        : broken(problem);
  }

  /** The client has many words for a connection that is not there any more. */
  private String broken(Throwable problem) {
    return problem instanceof NoHttpResponseException
            || problem instanceof ConnectionClosedException
        ? "the connection was closed"
        : text(problem);
  }

  private String place() {
    return way.getHost() + (way.getPort() < 0 ? "" : ":" + way.getPort());
  }

  private String through() {
    return proxy.map(server -> " through the proxy " + server).orElse("");
  }

  private static <E extends Throwable> Optional<E> first(Class<E> type, Throwable problem) {
    return causes(problem).filter(type::isInstance).findFirst().map(type::cast);
  }

  private static Stream<Throwable> causes(@Nullable Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).limit(20);
  }

  /** Its first line, or what it is. */
  private String text(Throwable problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? problem.getClass().getSimpleName()
        : secrets.hide(message).lines().findFirst().orElse("");
  }
}
