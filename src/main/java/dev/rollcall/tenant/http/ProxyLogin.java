package dev.rollcall.tenant.http;

import dev.rollcall.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.hc.client5.http.auth.AuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;

/** Who asks a proxy, with the password. It cannot be printed. */
public final class ProxyLogin {

  private final String user;
  private final String password;

  /**
   * Somebody.
   *
   * @throws IllegalArgumentException where a proxy could not tell the two apart, or where no header
   *     could carry them
   */
  public ProxyLogin(String user, String password) {
    if (user.isEmpty() || user.contains(":")) {
      throw new IllegalArgumentException("the name for the proxy is empty or holds a colon");
    }
    if ((user + password).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("name or password for the proxy hold a control character");
    }
    this.user = user;
    this.password = password;
  }

  /** Says so to a proxy without being asked; for the transport alone. */
  AuthScheme scheme() {
    BasicScheme scheme = new BasicScheme();
    scheme.initPreemptive(new UsernamePasswordCredentials(user, password.toCharArray()));
    return scheme;
  }

  /** The value of {@code Proxy-Authorization}. */
  String header() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** What no message may hold. */
  public Secrets secrets() {
    return Secrets.of(List.of(password, header().substring("Basic ".length())));
  }

  @Override
  public String toString() {
    return "***";
  }
}
