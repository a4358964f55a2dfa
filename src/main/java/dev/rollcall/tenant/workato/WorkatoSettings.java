package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.Network;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which workspace to talk to, and how gently.
 *
 * @param base the host, with or without {@code /api}
 * @param model how the workspace does permissions; empty where it has to be found out
 * @param tokens one an environment, in the order of the job file; at least one
 * @param rate the quota of every category
 * @param quota who shares a quota
 * @param batch the most items in one request
 * @param workspaceName the key where {@code /users/me} cannot be read
 * @param requestTimeout for one whole call; the server itself gives up after 40 s
 * @param network how its servers are reached
 */
public record WorkatoSettings(
    URI base,
    Optional<PermissionModel> model,
    Map<Environment, BearerToken> tokens,
    RequestQuota rate,
    Quota quota,
    int batch,
    Optional<String> workspaceName,
    Duration requestTimeout,
    Network network) {

  /** Who shares a quota. */
  public enum Quota {
    /** All tokens of a workspace together. */
    WORKSPACE,
    /** Each token has its own. */
    TOKEN
  }

  private static final Environment DEV = new Environment("dev");

  /** Copies, keeping the order of the tokens, of which there are some. */
  public WorkatoSettings {
    tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("at least one token is needed");
    }
    if (batch < 1) {
      throw new IllegalArgumentException("batch is at least 1");
    }
  }

  /** The documented quotas: 60 a minute and category, shared by the workspace, 100 a request. */
  public static WorkatoSettings of(URI base, Map<Environment, BearerToken> tokens) {
    return new WorkatoSettings(
        base,
        Optional.empty(),
        tokens,
        RequestQuota.perMinute(60),
        Quota.WORKSPACE,
        100,
        Optional.empty(),
        Duration.ofSeconds(50),
        Network.direct());
  }

  /** What the keys of all workspaces at an address begin with. */
  public static String keysBegin(URI base) {
    return base.getHost() + "/";
  }

  /** The environment where people, groups and roles are administered. */
  Environment main() {
    return tokens.containsKey(DEV) ? DEV : tokens.keySet().iterator().next();
  }

  /** The base without a trailing slash and with {@code /api}. */
  String root() {
    String text = base.toString().replaceAll("/+$", "");
    return text.endsWith("/api") ? text : text + "/api";
  }
}
