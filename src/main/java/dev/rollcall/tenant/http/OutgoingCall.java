package dev.rollcall.tenant.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;

/** A call on its way: what is sent, how far it came, and what became of it where it failed. */
final class OutgoingCall {

  /** Notes that there is a connection, with TLS and all: from here on, something may be sent. */
  static final ExecChainHandler DEPARTURE =
      (request, scope, chain) -> {
        scope.clientContext.setAttribute(OutgoingCall.SENT, true);
        return chain.proceed(request, scope);
      };

  private static final String SENT = "rollcall.sent";
  private static final String PROXY = "rollcall.proxy";

  private final ConnectionDiagnosis diagnosis;
  private final HttpUriRequestBase request;
  private final HttpClientContext context = HttpClientContext.create();
  private final boolean reading;
  private boolean answered;

  OutgoingCall(HttpCall call, ConnectionDiagnosis diagnosis) {
    this.diagnosis = diagnosis;
    this.reading = call.isReading();
    this.request = new HttpUriRequestBase(call.method(), call.uri());
    request.setHeader("Accept", "application/json");
    call.headers().forEach(request::setHeader);
    if (call.credential() != Credential.NONE) {
      request.setHeader("Authorization", call.credential().header());
    }
    call.body().map(OutgoingCall::entity).ifPresent(request::setEntity);
    context.setRequestConfig(HttpClients.NOTHING_ON_ITS_OWN);
    diagnosis.proxy().ifPresent(this::through);
  }

  private static ByteArrayEntity entity(HttpCall.Body body) {
    return new ByteArrayEntity(
        body.text().getBytes(StandardCharsets.UTF_8), ContentType.create(body.type()));
  }

  private void through(ProxyServer proxy) {
    HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
    context.setAttribute(PROXY, host);
    // Goes with CONNECT, and no further; without encryption, to the proxy with the request.
    proxy.login().ifPresent(login -> context.resetAuthExchange(host, login.scheme()));
  }

  /** The proxy on the way of a call; empty where it goes straight. */
  static Optional<HttpHost> proxy(HttpContext context) {
    return Optional.ofNullable((HttpHost) context.getAttribute(PROXY));
  }

  HttpUriRequestBase request() {
    return request;
  }

  HttpClientContext context() {
    return context;
  }

  Optional<ProxyServer> proxy() {
    return diagnosis.proxy();
  }

  /**
   * Ends it, and its connection, from whatever thread; where the whole answer was read, the
   * connection is no longer its own, and nothing happens.
   */
  void cut() {
    request.abort();
  }

  /** Whether it changes nothing. */
  boolean isReading() {
    return reading;
  }

  /** Notes that there is a connection: from here on, something may be sent. */
  void departs() {
    context.setAttribute(SENT, true);
  }

  /** From now on there is an answer. */
  void isAnswered() {
    answered = true;
  }

  /** Whether the server may know of it. */
  boolean isSent() {
    return context.getAttribute(SENT) != null;
  }

  /** What became of it where a proxy answered in place of the server. */
  <T> CallOutcome<T> refused(ProxyServer proxy, int status) {
    return diagnosis.refused(proxy, status);
  }

  /** What became of it where it failed. */
  <T> CallOutcome<T> failed(Exception problem) {
    Throwable cause =
        problem instanceof UncheckedIOException && problem.getCause() instanceof IOException within
            ? within
            : problem;
    if (!isSent()) {
      return diagnosis.notSent(cause);
    }
    return answered ? diagnosis.unusable(cause) : diagnosis.noAnswer(cause);
  }

  /** What became of it where the watchdog ended it. */
  <T> CallOutcome<T> ended(Watchdog.Bark why, Duration timeout) {
    return switch (why) {
      case LATE ->
          isSent()
              ? new CallOutcome.NoAnswer<>("no complete answer within " + seconds(timeout))
              : diagnosis.notConnected("nothing came of it within " + seconds(timeout));
      case STOPPED -> StoppableTransport.stopped();
      case INTERRUPTED ->
          isSent()
              ? new CallOutcome.NoAnswer<>("interrupted")
              : diagnosis.notConnected("interrupted");
    };
  }

  private static String seconds(Duration timeout) {
    return timeout.toSeconds() + " s";
  }
}
