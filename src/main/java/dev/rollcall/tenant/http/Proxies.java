package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.net.URI;
import java.util.Optional;

/** Which proxy a request goes through, if any. Thread-safe. */
@FunctionalInterface
public interface Proxies {

  /**
   * The proxy on the way to this address; empty where there is none.
   *
   * @throws IllegalArgumentException where the one that is named cannot be used; the message is for
   *     people
   */
  Optional<ProxyServer> on(URI way);

  /** What no message may hold. */
  default Secrets secrets() {
    return Secrets.none();
  }

  /** No proxy, whatever the environment says. */
  static Proxies none() {
    return way -> Optional.empty();
  }

  /** This one, whatever the address: also to this machine itself. */
  static Proxies always(ProxyServer proxy) {
    return new Proxies() {
      @Override
      public Optional<ProxyServer> on(URI way) {
        return Optional.of(proxy);
      }

      @Override
      public Secrets secrets() {
        return proxy.login().map(ProxyLogin::secrets).orElseGet(Secrets::none);
      }
    };
  }
}
