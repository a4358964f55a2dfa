package dev.rollcall.tenant.workato;

import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.Network;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * @param managed which customer's it is, where the tokens are of an embedded partner
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
    Network network,
    Optional<ManagedWorkspace> managed) {

  /** Who shares a quota. */
  public enum Quota {
    /** All tokens of a workspace together. */
    WORKSPACE,
    /** Each token has its own. */
    TOKEN
  }

  private static final Environment DEV = new Environment("dev");

  /** What most categories have, and what other quotas are lowered in proportion to. */
  private static final int USUAL = 60;

  /** Copies, keeping the order of the tokens, of which there are some. */
  public WorkatoSettings {
    tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("at least one token is needed");
    }
    if (managed.isPresent() && quota == Quota.TOKEN) {
      throw new IllegalArgumentException("a partner's tokens share a quota");
    }
    if (batch < 1) {
      throw new IllegalArgumentException("batch is at least 1");
    }
  }

  /** A workspace whose tokens are its own. */
  public WorkatoSettings(
      URI base,
      Optional<PermissionModel> model,
      Map<Environment, BearerToken> tokens,
      RequestQuota rate,
      Quota quota,
      int batch,
      Optional<String> workspaceName,
      Duration requestTimeout,
      Network network) {
    this(
        base,
        model,
        tokens,
        rate,
        quota,
        batch,
        workspaceName,
        requestTimeout,
        network,
        Optional.empty());
  }

  /** The documented quotas: 60 a minute and category, shared by the workspace, 100 a request. */
  public static WorkatoSettings of(URI base, Map<Environment, BearerToken> tokens) {
    return new WorkatoSettings(
        base,
        Optional.empty(),
        tokens,
        RequestQuota.perMinute(USUAL),
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

  /** The same settings for a customer's workspace. */
  public WorkatoSettings of(ManagedWorkspace customer) {
    return new WorkatoSettings(
        base,
        model,
        tokens,
        rate,
        quota,
        batch,
        workspaceName,
        requestTimeout,
        network,
        Optional.of(customer));
  }

  /** How people join. */
  public Vocabulary.Joining joining() {
    return managed.map(ManagedWorkspace::joining).orElse(Vocabulary.Joining.INVITATION);
  }

  /** The environments in which people are listed, the main one first. */
  List<Environment> people() {
    Set<Environment> all = new LinkedHashSet<>(Set.of(main()));
    managed.ifPresent(customer -> all.addAll(tokens.keySet()));
    return List.copyOf(all);
  }

  /** What the paths of an endpoint begin with: the workspace itself has no id. */
  String root(Endpoint endpoint, Environment environment) {
    return root()
        + managed
            .filter(customer -> endpoint.isOfCustomers())
            .map(customer -> customer.prefix().of(endpoint) + "/" + segment(customer, environment))
            .orElse("");
  }

  private static String segment(ManagedWorkspace customer, Environment environment) {
    return URLEncoder.encode(customer.id(environment), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An endpoint as it is called here. */
  String call(Endpoint endpoint) {
    return managed
        .filter(customer -> endpoint.isOfCustomers())
        .map(customer -> endpoint.call(customer.prefix()))
        .orElseGet(endpoint::call);
  }

  /** The key of the job file that says how an environment is reached. */
  String key(Environment environment) {
    return managed.isPresent()
        ? "target.managed-users.id." + environment
        : "target.tokens." + environment;
  }

  /** The key of the job file at which the token for an environment stands. */
  String tokenKey(Environment environment) {
    return sharesToken() ? "target.managed-users.token" : "target.tokens." + environment;
  }

  /** The environments that have a token which no other before them has. */
  List<Environment> differentTokens() {
    Set<BearerToken> seen = new HashSet<>();
    return tokens.keySet().stream().filter(each -> seen.add(tokens.get(each))).toList();
  }

  /** Whether one token serves all environments. */
  private boolean sharesToken() {
    return managed.isPresent() && new HashSet<>(tokens.values()).size() < 2;
  }

  /** The quota of a lane; where a customer's workspaces share them, they differ. */
  RequestQuota quota(Lane lane) {
    if (managed.isPresent() && WorkatoLanes.TEN_A_SECOND.contains(lane)) {
      return inProportion(10 * 60);
    }
    return managed.isPresent() && lane.equals(WorkatoLanes.PROJECTS)
        ? RequestQuota.perMinute(Math.max(1, proportion(1000)))
        : rate;
  }

  private RequestQuota inProportion(int usually) {
    int inAMinute = Math.max(1, proportion(usually));
    return inAMinute < 60
        ? RequestQuota.perMinute(inAMinute)
        : RequestQuota.perSecond(inAMinute / 60);
  }

  private int proportion(int usually) {
    return (int) Math.min(Integer.MAX_VALUE, (long) usually * rate.perMinute() / USUAL);
  }

  /** The base without a trailing slash and with {@code /api}. */
  private String root() {
    String text = base.toString();
    while (text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    return text.endsWith("/api") ? text : text + "/api";
  }
}
