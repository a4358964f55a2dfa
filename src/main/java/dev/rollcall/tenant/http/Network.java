package dev.rollcall.tenant.http;

import dev.rollcall.security.Certificates;
import dev.rollcall.security.Secrets;
import java.net.InetAddress;

/**
 * How servers are reached from here: whose certificates count, beside those that Java trusts, which
 * proxy is on the way, and who knows the addresses of hosts. Nothing in it can switch checking off.
 */
public record Network(Certificates trusted, Proxies proxies, HostDirectory hosts) {

  /** With what this machine knows of hosts. */
  public Network(Certificates trusted, Proxies proxies) {
    this(trusted, proxies, InetAddress::getAllByName);
  }

  /** Straight, with what Java trusts. */
  public static Network direct() {
    return new Network(Certificates.none(), Proxies.none());
  }

  /** What no message may hold. */
  public Secrets secrets() {
    return proxies.secrets();
  }
}
