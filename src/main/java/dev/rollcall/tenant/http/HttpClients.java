package dev.rollcall.tenant.http;

import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Makes Apache's client as calls need it. Apart from {@link Network}, which jobs have whose calls
 * go nowhere.
 */
final class HttpClients {

  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  /** More than are ever used at a time: nobody waits for the connection of another. */
  private static final int MOST_CONNECTIONS = 64;

  /** Servers close idle connections after a minute or so; a POST that meets one is in doubt. */
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(20);

  /**
   * What was used this very moment is not looked at, which takes a millisecond: {@link
   * StraightCalls} looks where something could be lost.
   */
  private static final ConnectionConfig STRAIGHT = lookedAt(TimeValue.ofMilliseconds(10));

  private static final ConnectionConfig THROUGH_A_PROXY = lookedAt(TimeValue.ZERO_MILLISECONDS);

  /** How long one is waited for: never, as there are more than are used. */
  static final Timeout LONGEST_LEASE = Timeout.ofMinutes(3);

  static final String USER_AGENT = "rollcall";

  /** Who does nothing but what a call says. */
  static final RequestConfig NOTHING_ON_ITS_OWN =
      RequestConfig.custom()
          .setAuthenticationEnabled(false)
          .setProtocolUpgradeEnabled(false)
          .setDefaultKeepAlive(LONGEST_IDLE.getDuration(), LONGEST_IDLE.getTimeUnit())
          .build();

  private HttpClients() {}

  /**
   * Connections of which it is seen, unless they were used that short ago, whether they are open.
   */
  private static ConnectionConfig lookedAt(TimeValue idle) {
    return ConnectionConfig.custom()
        .setConnectTimeout(CONNECT)
        .setIdleTimeout(Timeout.of(LONGEST_IDLE.toDuration()))
        .setValidateAfterInactivity(idle)
        .build();
  }

  /**
   * A client for calls through proxies that does nothing on its own: no redirects, no repetition,
   * no logins, no cookies.
   *
   * @param connections whose they are is left to others
   */
  static CloseableHttpClient proxied(HttpClientConnectionManager connections) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setConnectionManagerShared(true)
        .setRoutePlanner(new Ways())
        .setUserAgent(USER_AGENT)
        .addExecInterceptorLast("departure", OutgoingCall.DEPARTURE)
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        // Whoever might know a password is not asked.
        .setDefaultCredentialsProvider((scope, context) -> null)
        .build();
  }

  /**
   * Connections to servers and proxies, which are used again.
   *
   * @param givenUp whether nobody waits any more for the call that this thread makes
   */
  static HttpClientConnectionManager connections(Network network, BooleanSupplier givenUp) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(AnswerHead.BOUNDS)
                .responseParserFactory(bounds -> new AnswerHead())
                .build())
        .setTlsSocketStrategy(new TlsLayer(network.trusted()))
        .setDnsResolver(new HostNames(network.hosts(), givenUp))
        .setConnectionConfigResolver(
            route -> route.getProxyHost() == null ? STRAIGHT : THROUGH_A_PROXY)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .build();
  }

  /** Through the proxy that a call names. */
  private static final class Ways extends DefaultRoutePlanner {

    Ways() {
      super(null);
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
      return OutgoingCall.proxy(context).orElse(null);
    }
  }
}
