package dev.rollcall.job.spec;

import dev.rollcall.tenant.http.Proxies;

/** Which proxies stand on the way to a server. */
public record ProxySpec(Proxies proxies) {}
