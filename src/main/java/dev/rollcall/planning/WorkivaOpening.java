package dev.rollcall.planning;

import dev.rollcall.job.spec.SandboxSpec;
import dev.rollcall.job.spec.WorkivaSpec;
import dev.rollcall.sandbox.workiva.OrganizationSandbox;
import dev.rollcall.security.Certificates;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.workiva.WorkivaFile;
import dev.rollcall.tenant.workiva.WorkivaSettings;
import dev.rollcall.tenant.workiva.WorkivaTenant;
import dev.rollcall.tenant.workiva.WorkivaVocabulary;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Opens Workiva organizations, and stand-ins for them. */
final class WorkivaOpening {

  /** The server gives up on a request after 29 s; an answer on its way may take a little longer. */
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(40);

  private static final Duration OPERATION_TIMEOUT = Duration.ofMinutes(5);

  /** The stand-in knows no limit. */
  private static final RequestQuota UNLIMITED = RequestQuota.perMinute(60_000);

  private WorkivaOpening() {}

  static OpenedTenant remote(WorkivaSpec spec, TenantOpening around) {
    WorkivaSettings settings = settings(spec);
    return around.open(
        WorkivaVocabulary.VOCABULARY, spec.places(), run -> new WorkivaTenant(settings, run));
  }

  private static WorkivaSettings settings(WorkivaSpec spec) {
    Map<String, WorkivaFile> files = new LinkedHashMap<>();
    spec.files().forEach((name, file) -> files.put(name, file.file(name)));
    Map<String, String> workspaces = new LinkedHashMap<>();
    spec.workspaces().forEach(workspaces::put);
    return new WorkivaSettings(
        spec.baseUrl(),
        spec.organization().strip(),
        spec.clientId().reveal().strip(),
        spec.clientSecret().reveal().strip(),
        spec.version(),
        files,
        workspaces,
        spec.welcomeMails(),
        spec.rate().limit().orElse(WorkivaSettings.RATE),
        spec.batch(),
        REQUEST_TIMEOUT,
        OPERATION_TIMEOUT,
        new Network(
            spec.tls().map(tls -> tls.ca().certificates()).orElseGet(Certificates::none),
            spec.proxy().proxies()));
  }

  static OpenedTenant standIn(SandboxSpec spec, TenantOpening around) {
    OrganizationSandbox sandbox =
        OrganizationSandbox.open(OfflineTenant.options(spec, around.clock()));
    Map<String, String> client = sandbox.tokens();
    WorkivaSettings settings =
        new WorkivaSettings(
            sandbox.url(),
            sandbox.organization(),
            client.getOrDefault("client-id", ""),
            client.getOrDefault("client-secret", ""),
            WorkivaSettings.VERSION,
            files(sandbox),
            Map.of(),
            false,
            spec.rate().limit().orElse(UNLIMITED),
            spec.batch(),
            REQUEST_TIMEOUT,
            OPERATION_TIMEOUT,
            Network.direct());
    return around
        .in(sandbox)
        .open(
            WorkivaVocabulary.VOCABULARY,
            spec.places(),
            run -> new WorkivaTenant(settings, run, TenantOpening.to(sandbox, run)))
        .in(sandbox);
  }

  private static Map<String, WorkivaFile> files(OrganizationSandbox sandbox) {
    Map<String, WorkivaFile> files = new LinkedHashMap<>();
    sandbox
        .files()
        .forEach(
            (name, place) -> {
              String[] parts = place.split("/", 2);
              files.put(
                  name,
                  new WorkivaFile(
                      WorkivaFile.Family.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
            });
    return files;
  }
}
