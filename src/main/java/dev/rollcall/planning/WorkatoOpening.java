package dev.rollcall.planning;

import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.WorkatoSpec;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.security.Certificates;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.PermissionModel;
import dev.rollcall.tenant.workato.WorkatoSettings;
import dev.rollcall.tenant.workato.WorkatoTenant;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opens Workato workspaces, and stand-ins for them. */
final class WorkatoOpening {

  /** The server gives up on a request after 40 s; an answer on its way may take a little longer. */
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(50);

  /** Requests in a window and category where the stand-in knows no limit. */
  private static final int UNLIMITED = 60_000;

  private WorkatoOpening() {}

  static OpenedTenant remote(WorkatoSpec spec, TenantOpening around) {
    WorkatoSettings settings = settings(spec);
    return around.open(
        PermissionModel.RBAC.vocabulary(settings.joining()),
        settings.tokens().keySet().stream().map(WorkatoVocabulary::resource).toList(),
        run -> new WorkatoTenant(settings, run));
  }

  static OpenedTenant standIn(SandboxSpec spec, TenantOpening around) {
    Sandbox sandbox = Sandbox.open(OfflineTenant.options(spec, around.clock()));
    WorkatoSettings settings = settings(spec, sandbox);
    return around
        .in(sandbox)
        .open(
            WorkatoVocabulary.VOCABULARY,
            settings.tokens().keySet().stream().map(WorkatoVocabulary::resource).toList(),
            run -> new WorkatoTenant(settings, run, TenantOpening.to(sandbox, run)))
        .in(sandbox);
  }

  private static WorkatoSettings settings(WorkatoSpec spec) {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    // A partner's token for all environments is one, and is asked about once.
    Map<String, BearerToken> different = new HashMap<>();
    spec.tokens()
        .forEach(
            (place, token) ->
                tokens.put(
                    new Environment(place.name()),
                    different.computeIfAbsent(token.reveal(), BearerToken::of)));
    WorkatoSettings settings =
        new WorkatoSettings(
            spec.baseUrl(),
            spec.model().known(),
            tokens,
            spec.rate().limit().orElse(RequestQuota.perMinute(60)),
            spec.rate().per(),
            spec.batch(),
            spec.workspace(),
            REQUEST_TIMEOUT,
            new Network(
                spec.tls().map(tls -> tls.ca().certificates()).orElseGet(Certificates::none),
                spec.proxy().proxies()));
    return spec.managedUsers().map(each -> settings.of(each.workspace())).orElse(settings);
  }

  private static WorkatoSettings settings(SandboxSpec spec, Sandbox sandbox) {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    sandbox
        .tokens()
        .forEach((name, token) -> tokens.put(new Environment(name), BearerToken.of(token)));
    int quota = sandbox.quota() == 0 ? UNLIMITED : sandbox.quota();
    return new WorkatoSettings(
        sandbox.url(),
        Optional.empty(),
        tokens,
        spec.rate().limit().orElseGet(() -> new RequestQuota(quota, sandbox.quotaWindow())),
        spec.rate().per(),
        spec.batch(),
        Optional.of("sandbox"),
        REQUEST_TIMEOUT,
        Network.direct());
  }
}
