package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Proxies as the environment names them, read as curl does: {@code https_proxy}, {@code
 * HTTPS_PROXY}, for addresses without encryption {@code http_proxy}, {@code HTTP_PROXY}, then
 * {@code all_proxy}, {@code ALL_PROXY}; and {@code no_proxy}, {@code NO_PROXY} for exceptions.
 * Where no variable says anything, the JVM's own settings hold ({@code -Dhttps.proxyHost}). What
 * goes to this machine itself never leaves it.
 */
public final class ProxyVariables implements Proxies {

  private static final List<String> FOR_HTTPS = List.of("https_proxy", "all_proxy");
  private static final List<String> FOR_HTTP = List.of("http_proxy", "all_proxy");

  private final Map<String, String> variables = new TreeMap<>();
  private final DirectHosts exceptions;

  /** Every request asks, and nearly all go to one host. */
  private final Map<String, Optional<ProxyServer>> known = new ConcurrentHashMap<>();

  /** Of these variables; others are not kept. */
  public ProxyVariables(Map<String, String> environment) {
    Stream.of("https_proxy", "http_proxy", "all_proxy", "no_proxy")
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .forEach(name -> variables.put(name, environment.get(name)));
    this.exceptions = new DirectHosts(named(List.of("no_proxy")).map(variables::get).orElse(""));
  }

  @Override
  public Optional<ProxyServer> on(URI way) {
    return known.computeIfAbsent(
        way.getScheme() + "://" + way.getRawAuthority(), origin -> found(way));
  }

  private Optional<ProxyServer> found(URI way) {
    if (Hosts.isHere(way.getHost()) || exceptions.cover(way)) {
      return Optional.empty();
    }
    Optional<String> name = named("https".equals(way.getScheme()) ? FOR_HTTPS : FOR_HTTP);
    return name.isPresent() ? Optional.of(parsed(name.get())) : ofTheJvm(way);
  }

  /** The small form wins, as it does with curl. */
  private Optional<String> named(List<String> names) {
    return names.stream()
        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
        .filter(variables::containsKey)
        .findFirst();
  }

  private ProxyServer parsed(String name) {
    try {
      return ProxyServer.at(variables.getOrDefault(name, ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the environment variable %s is no address of a proxy: %s; mend it, or name one in target.proxy (none: there is none)"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private static Optional<ProxyServer> ofTheJvm(URI way) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector == null
        ? Optional.empty()
        : selector.select(way).stream()
            .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
            .map(Proxy::address)
            .flatMap(address -> server(address).stream())
            .findFirst();
  }

  private static Optional<ProxyServer> server(SocketAddress address) {
    return address instanceof InetSocketAddress inet
        ? Optional.of(new ProxyServer(inet.getHostString(), inet.getPort(), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public Secrets secrets() {
    Secrets all = Secrets.none();
    for (String name : variables.keySet()) {
      all =
          all.and(
              login(variables.getOrDefault(name, ""))
                  .map(ProxyLogin::secrets)
                  .orElseGet(Secrets::none));
    }
    return all;
  }

  private static Optional<ProxyLogin> login(String address) {
    try {
      return ProxyServer.at(address).login();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Only the names: the values may hold a password. */
  @Override
  public String toString() {
    return "ProxyVariables" + variables.keySet();
  }
}
