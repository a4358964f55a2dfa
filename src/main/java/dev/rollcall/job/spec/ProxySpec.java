package dev.rollcall.job.spec;

import static java.util.Objects.requireNonNull;

import dev.rollcall.tenant.http.Proxies;

/** Which proxies stand on the way to a server. */
public record ProxySpec(Proxies proxies) {

  /** Checks. */
  public ProxySpec {
    requireNonNull(proxies, "proxies");
  }
}
