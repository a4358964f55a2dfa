package dev.rollcall.planning;

import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.ScimSpec;
import dev.rollcall.model.Resource;
import dev.rollcall.sandbox.scim.ScimSandbox;
import dev.rollcall.security.Certificates;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.Credential;
import dev.rollcall.tenant.http.HttpTransport;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.OAuthTransport;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.Transport;
import dev.rollcall.tenant.scim.KnownProfile;
import dev.rollcall.tenant.scim.RoleAttribute;
import dev.rollcall.tenant.scim.ScimSettings;
import dev.rollcall.tenant.scim.ScimTenant;
import dev.rollcall.tenant.scim.ScimVocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens SCIM service providers, and stand-ins for them. */
final class ScimOpening {

  /** Requests a minute where the stand-in knows no limit. */
  private static final int UNLIMITED = 60_000;

  private ScimOpening() {}

  static OpenedTenant remote(ScimSpec spec, TenantOpening around) {
    ScimSettings settings = spec.settings();
    return around.open(
        ScimVocabulary.VOCABULARY,
        places(settings),
        run -> new ScimTenant(settings, run, transport(spec, settings, run), credential(spec)));
  }

  private static Transport transport(ScimSpec spec, ScimSettings settings, RunContext run) {
    Network network =
        new Network(
            spec.tls().map(tls -> tls.ca().certificates()).orElseGet(Certificates::none),
            spec.proxy().proxies());
    Transport plain =
        new HttpTransport(
            network, settings.profile().wire().patience(), run.waiting(), run.secrets());
    return spec.oauth()
        .<Transport>map(oauth -> new OAuthTransport(plain, oauth.login(), run.waiting()))
        .orElse(plain);
  }

  private static Credential credential(ScimSpec spec) {
    return spec.token()
        .<Credential>map(token -> BearerToken.of(token.reveal()))
        .orElse(Credential.NONE);
  }

  static OpenedTenant standIn(SandboxSpec spec, TenantOpening around) {
    ScimSandbox sandbox = ScimSandbox.open(OfflineTenant.options(spec, around.clock()));
    Map<String, RoleAttribute> roles = new LinkedHashMap<>();
    sandbox.roles().forEach((place, path) -> roles.put(place, RoleAttribute.parse(path)));
    ScimSettings settings =
        new ScimSettings(
            sandbox.url().resolve(ScimSandbox.PATH),
            KnownProfile.RFC.profile(),
            roles,
            List.of(),
            List.of(),
            true,
            spec.rate().limit().orElseGet(() -> RequestQuota.perMinute(UNLIMITED)),
            spec.batch());
    String token = sandbox.tokens().values().iterator().next();
    return around
        .in(sandbox)
        .open(
            ScimVocabulary.VOCABULARY,
            places(settings),
            run ->
                new ScimTenant(
                    settings, run, TenantOpening.to(sandbox, run), BearerToken.of(token)))
        .in(sandbox);
  }

  private static List<Resource> places(ScimSettings settings) {
    return settings.roles().keySet().stream().map(ScimVocabulary::environment).toList();
  }
}
