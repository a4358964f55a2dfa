package dev.rollcall.tenant.workiva;

import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.workiva.OrganizationSandbox;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.MovingClock;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stand-in organization with a client to it over HTTP, on a clock that moves when one waits. */
final class OrganizationWithClient implements AutoCloseable {

  /** Two workspaces, groups, roles and a document. */
  static final String SEED =
      """
      {
        "organization": { "id": "org-1", "name": "Example Audit" },
        "roles": ["Org User Admin", "Org Security Admin"],
        "people": [
          { "username": "ana@example.com", "givenName": "Ana", "familyName": "Silva",
            "roles": ["Org User Admin"] },
          { "username": "bob@example.com", "givenName": "Bob", "familyName": "Roy" },
          { "username": "cy@example.com", "givenName": "Cy", "familyName": "Moe" },
          { "username": "dee@example.com", "givenName": "Dee", "familyName": "Poe",
            "status": "suspended" },
          { "username": "far@example.com", "givenName": "Far", "familyName": "Away",
            "owner": "elsewhere" }
        ],
        "workspaces": [
          { "name": "FY26", "roles": ["Workspace Owner", "Editor", "Viewer", "Unfit Role"],
            "members": { "ana@example.com": ["Workspace Owner", "Editor"], "bob@example.com": ["Viewer"] },
            "groups": { "Controllers": ["ana@example.com"], "Certifiers": [], "Audit/Tax": ["bob@example.com"] } },
          { "name": "Audit", "roles": ["Workspace Owner", "Editor"],
            "members": { "ana@example.com": [] }, "groups": { "Controllers": [] } }
        ],
        "files": [
          { "id": "doc-1", "family": "documents", "name": "10-K",
            "permissions": { "ana@example.com": "Viewer", "FY26 / Controllers": "Editor" } }
        ]
      }
      """;

  final MovingClock clock = new MovingClock(Instant.parse("2026-11-30T10:00:00Z"));
  final MemoryExperience experience = new MemoryExperience();
  final OrganizationSandbox sandbox;
  private Optional<WorkivaTenant> client = Optional.empty();

  OrganizationWithClient(Path folder) {
    this(folder, SEED);
  }

  OrganizationWithClient(Path folder, String seed) {
    Path file = folder.resolve("organization.json");
    try {
      Files.writeString(file, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.sandbox = OrganizationSandbox.start(SandboxOptions.of().withSeed(file).withClock(clock));
  }

  OrganizationWithClient turned(String key, String position) {
    sandbox.behave(Map.of(key, position));
    return this;
  }

  WorkivaTenant client() {
    if (client.isEmpty()) {
      client = Optional.of(another());
    }
    return client.get();
  }

  /** A client that knows nothing of the first. */
  WorkivaTenant another() {
    return new WorkivaTenant(
        settings(sandbox.tokens().getOrDefault("client-secret", "")),
        new RunContext(experience, clock.waiting(), lane -> List.of(), Secrets.none()));
  }

  WorkivaSettings settings(String secret) {
    return settings(secret, RequestQuota.perMinute(60_000));
  }

  WorkivaSettings settings(String secret, RequestQuota rate) {
    return new WorkivaSettings(
        sandbox.url(),
        "org-1",
        "sandbox-client",
        secret,
        WorkivaSettings.VERSION,
        Map.of("10-K", new WorkivaFile(WorkivaFile.Family.DOCUMENTS, "doc-1")),
        Map.of(),
        false,
        rate,
        100,
        Duration.ofSeconds(20),
        Duration.ofMinutes(5),
        Network.direct());
  }

  @Override
  public void close() {
    client.ifPresent(WorkivaTenant::close);
    sandbox.close();
  }
}
