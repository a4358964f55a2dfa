package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The diagnosis of a call without an answer: what the client's exception means, whether anything
 * was sent, and what to do.
 *
 * @param proxy on the way, if one is
 * @param secrets what no message may hold
 */
record ConnectionDiagnosis(URI way, Optional<ProxyServer> proxy, Secrets secrets) {

  /** The client's words for a proxy that opens no tunnel. */
  private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  /** The client's words for a head beyond its bounds, and for heads that announce others. */
  private static final Pattern LARGE_HEAD =
      Pattern.compile("(?i).*header.* (?:size|too large|too big|exceed).*|Too many interim .*");

  /** The client's words where it would have repeated a call itself, had it been allowed to. */
  private static final String RETRIED = "Too many retries";

  /** Its many words for a connection that is not there any more. */
  private static final Pattern CLOSED =
      Pattern.compile("(?i).*(?:\\bEOF\\b|received no bytes|subscription|closed|[a-z]Exception).*");

  /** What became of a call that ended so. */
  <T> CallOutcome<T> of(Throwable problem) {
    Optional<CertificateRejected> certificate = first(CertificateRejected.class, problem);
    if (certificate.isPresent()) {
      return new CallOutcome.Barred<>(text(certificate.get()));
    }
    List<Throwable> causes = causes(problem).toList();
    Optional<String> handshake = new HandshakeDiagnosis(place() + through()).of(causes);
    if (handshake.isPresent()) {
      return new CallOutcome.Barred<>(handshake.get());
    }
    Optional<CallOutcome<T>> tunnel = proxy.flatMap(server -> tunnel(server, causes.toString()));
    return tunnel.orElseGet(() -> isNeverMade(causes) ? notSent(causes) : noAnswer(problem));
  }

  /** The proxy answers a login that it does not take. */
  <T> CallOutcome<T> login(ProxyServer server) {
    return new CallOutcome.Barred<>(
        server.login().isPresent()
            ? "the proxy %s does not take the name or the password it was given (407); look at target.proxy, or at the variable that names the proxy"
                .formatted(server)
            : "the proxy %s wants a name and a password (407); give them as username and password of target.proxy"
                .formatted(server));
  }

  private <T> Optional<CallOutcome<T>> tunnel(ProxyServer server, String message) {
    Matcher refused = NO_TUNNEL.matcher(message);
    if (!refused.find()) {
      return Optional.empty();
    }
    int status = Integer.parseInt(refused.group(1));
    String why =
        "the proxy %s lets nobody through to %s: it answered %d".formatted(server, place(), status);
    boolean mayPass = status >= 500 || status == 408 || status == 429;
    return Optional.of(
        mayPass
            ? new CallOutcome.NotSent<>(why)
            : new CallOutcome.Barred<>(
                why + "; have it allowed there, or name another in target.proxy"));
  }

  private static boolean isNeverMade(List<Throwable> causes) {
    return causes.stream()
        .anyMatch(
            cause ->
                cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException);
  }

  private <T> CallOutcome<T> notSent(List<Throwable> causes) {
    boolean secured = causes.stream().anyMatch(SSLHandshakeException.class::isInstance);
    String to =
        proxy.isEmpty() ? place() : secured ? place() + through() : "the proxy " + proxy.get();
    return new CallOutcome.NotSent<>("not connected to %s: %s".formatted(to, why(causes)));
  }

  private <T> CallOutcome<T> noAnswer(Throwable problem) {
    String text = text(problem);
    return LARGE_HEAD.matcher(text).matches()
        ? new CallOutcome.Excessive<>("no answer" + through() + ": its head does not end")
        : new CallOutcome.NoAnswer<>("no answer" + through() + ": " + text);
  }

  /** Most of these have no message of their own. */
  private String why(List<Throwable> causes) {
    if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
      return "there is no such host";
    }
    Throwable cause = causes.get(0);
    return causes.stream()
            .anyMatch(each -> each instanceof ConnectException && each.getMessage() == null)
        ? "nothing answers there"
        : text(cause);
  }

  private String place() {
    return way.getHost() + (way.getPort() < 0 ? "" : ":" + way.getPort());
  }

  private String through() {
    return proxy.map(server -> " through the proxy " + server).orElse("");
  }

  /** Why a connection broke, where that is known in words that mean something. */
  private String broken(@Nullable Throwable cause) {
    return causes(cause)
        .filter(each -> each.getMessage() != null && !CLOSED.matcher(each.getMessage()).matches())
        .findFirst()
        .map(this::text)
        .orElse("the connection was closed");
  }

  /** The first of its kind among a problem and what caused it. */
  static <E extends Throwable> Optional<E> first(Class<E> type, Throwable problem) {
    return causes(problem).filter(type::isInstance).findFirst().map(type::cast);
  }

  private static Stream<Throwable> causes(@Nullable Throwable problem) {
    return Stream.iterate(problem, Objects::nonNull, Throwable::getCause).limit(20);
  }

  /** Its first line, or what it is. */
  String text(Throwable problem) {
    String message = problem.getMessage();
    if (RETRIED.equals(message)) {
      return broken(problem.getCause());
    }
    return message == null || message.isBlank()
        ? problem.getClass().getSimpleName()
        : secrets.hide(message).lines().findFirst().orElse("");
  }
}
