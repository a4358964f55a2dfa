package dev.rollcall.job;

import static java.util.Objects.requireNonNull;

import dev.rollcall.target.http.Proxies;

/** Which proxies stand on the way to a server. */
public record ProxySpec(Proxies proxies) {

  /** Checks. */
  public ProxySpec {
    requireNonNull(proxies, "proxies");
  }
}
