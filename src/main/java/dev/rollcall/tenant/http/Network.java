package dev.rollcall.tenant.http;

import dev.rollcall.security.Certificates;
import dev.rollcall.security.Secrets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * How servers are reached from here: whose certificates count, beside those that Java trusts, and
 * which proxy is on the way. Nothing in it can switch checking off.
 */
public record Network(Certificates trusted, Proxies proxies) {

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Straight, with what Java trusts. */
  public static Network direct() {
    return new Network(Certificates.none(), Proxies.none());
  }

  /** What no message may hold. */
  public Secrets secrets() {
    return proxies.secrets();
  }

  /** A client that does nothing on its own: HTTP/1.1, no redirects, no logins. */
  HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .sslContext(tls())
        .proxy(new Selector(proxies))
        .build();
  }

  private SSLContext tls() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new ServerTrust(trusted)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** Tells the JDK's client; resolved by the client's own connection, not before. */
  private static final class Selector extends ProxySelector {

    private final Proxies proxies;

    Selector(Proxies proxies) {
      this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(URI way) {
      return proxies
          .on(way)
          .map(server -> new InetSocketAddress(server.host(), server.port()))
          .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
          .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI way, SocketAddress proxy, IOException why) {
      // Whoever made the call hears of it.
    }
  }
}
