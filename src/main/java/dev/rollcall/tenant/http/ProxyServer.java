package dev.rollcall.tenant.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy that carries requests to servers beyond a company's network, and who asks it. */
public record ProxyServer(String host, int port, Optional<ProxyLogin> login) {

  /** What addresses of proxies are taken to mean where they name no port, as curl does. */
  private static final int USUAL_PORT = 1080;

  private static final int LAST_PORT = 65_535;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<login>.*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:/@\\[\\]\\s?#]+)(?::(?<port>\\d{1,5}))?/*");

  /**
   * Of an address, {@code http://user:password@host:port}, of which all but the host may be left
   * out; what stands before the {@code @} is percent-encoded.
   *
   * @throws IllegalArgumentException where it is none; the message repeats nothing of it, as it may
   *     hold a password
   */
  public static ProxyServer at(String address) {
    Matcher parts = ADDRESS.matcher(address.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("it must be http://host:port");
    }
    String scheme = Optional.ofNullable(parts.group("scheme")).orElse("http");
    if (!scheme.toLowerCase(Locale.ROOT).equals("http")) {
      throw new IllegalArgumentException("it must begin with http://: only HTTP proxies are known");
    }
    int port = Optional.ofNullable(parts.group("port")).map(Integer::parseInt).orElse(USUAL_PORT);
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("there is no port " + port);
    }
    return new ProxyServer(
        parts.group("host").replaceAll("[\\[\\]]", ""),
        port,
        Optional.ofNullable(parts.group("login")).map(ProxyServer::login));
  }

  private static ProxyLogin login(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new ProxyLogin(decoded(text), "")
        : new ProxyLogin(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
  }

  /** A percent sign that begins nothing stands for itself, and so does a plus. */
  private static String decoded(String text) {
    String whole = text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(whole, StandardCharsets.UTF_8);
  }

  /** The same, asked by somebody. */
  public ProxyServer as(ProxyLogin who) {
    return new ProxyServer(host, port, Optional.of(who));
  }

  /** Where it is; never who asks it. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
