package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.Seed;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.FormerRequests;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.MovingClock;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A stand-in workspace with a client to it, on one clock that only moves when somebody waits. */
final class WorkspaceWithClient implements AutoCloseable {

  final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
  final MemoryExperience experience = new MemoryExperience();
  final Sandbox sandbox;
  private final Map<Email, Instant> invited = new HashMap<>();
  private final FormerRequests past =
      new FormerRequests() {
        @Override
        public List<Instant> requests(Lane lane) {
          return List.of();
        }

        @Override
        public Optional<Instant> invited(Email email) {
          return Optional.ofNullable(invited.get(email));
        }
      };
  private final Optional<ManagedWorkspace> managed;
  private Optional<WorkatoTenant> workspace = Optional.empty();

  WorkspaceWithClient() {
    this(seed -> seed);
  }

  WorkspaceWithClient(UnaryOperator<SeedBuilder> more) {
    this(more.apply(seed()).build());
  }

  /** Around a workspace of any kind. */
  WorkspaceWithClient(Seed seed) {
    this(seed, Optional.empty());
  }

  /**
   * Around one of a partner's customers, whose other customer is 5001.
   *
   * @param customer its environments are those that it has ids in
   */
  WorkspaceWithClient(SeedBuilder itsWorkspace, ManagedWorkspace customer) {
    this(partner(itsWorkspace, customer).build(), Optional.of(customer));
  }

  private WorkspaceWithClient(Seed seed, Optional<ManagedWorkspace> managed) {
    this.managed = managed;
    sandbox = Sandbox.start(seed, SandboxOptions.of().withClock(clock));
  }

  private static SeedBuilder partner(SeedBuilder itsWorkspace, ManagedWorkspace customer) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    customer.ids().forEach((environment, id) -> ids.put(environment.name(), List.of(id)));
    return new SeedBuilder()
        .workspace(77, "Partner", "partner@example.com")
        .environment("dev", "Internal")
        .customer(ids, itsWorkspace)
        .customer(Map.of("dev", List.of("5001")), seed());
  }

  /** The small company. */
  static SeedBuilder seed() {
    return new SeedBuilder()
        .workspace(9001, "Acme", "owner@example.com")
        .environment("dev", "Billing")
        .environment("prod", "Billing")
        .group("Finance builders", "")
        .group("Ops", "")
        .member(
            SeedMember.of(
                    "ana@example.com",
                    "Ana Silva",
                    Map.of("dev", "Environment admin", "prod", "Member"))
                .in("Finance builders")
                .on("Billing@dev", "Builder"))
        .member(
            SeedMember.of("bob@example.com", "Bob Roy", Map.of("dev", "Member", "prod", "Member"))
                .in("Finance builders", "Ops")
                .on("Billing@dev", "Builder"))
        .member(SeedMember.of("cy@example.com", "Cy Moe", Map.of("dev", "Member")).in("Ops"))
        .member(SeedMember.of("dee@example.com", "Dee Poe", Map.of()));
  }

  WorkatoTenant workspace() {
    if (workspace.isEmpty()) {
      workspace = Optional.of(client(tokens()));
    }
    return workspace.get();
  }

  /** A partner's is the same for all environments of a customer's workspace. */
  private Map<String, String> tokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    managed.ifPresent(
        customer ->
            customer
                .ids()
                .keySet()
                .forEach(
                    each ->
                        tokens.put(
                            each.name(),
                            Optional.ofNullable(sandbox.tokens().get("dev")).orElseThrow())));
    return managed.isPresent() ? tokens : sandbox.tokens();
  }

  /** A client with tokens of its own. */
  WorkatoTenant client(Map<String, String> tokens) {
    return client(tokens, Optional.empty());
  }

  WorkatoTenant client(Map<String, String> tokens, Optional<String> name) {
    return new WorkatoTenant(
        settings(tokens, name, 60),
        new RunContext(experience, clock.waiting(), past, Secrets.none()));
  }

  /** A client whose job file says which permission model the workspace has. */
  WorkatoTenant client(PermissionModel said) {
    WorkatoSettings auto = settings(sandbox.tokens(), Optional.empty(), 60);
    return new WorkatoTenant(
        new WorkatoSettings(
            auto.base(),
            Optional.of(said),
            auto.tokens(),
            auto.rate(),
            auto.quota(),
            auto.batch(),
            auto.workspaceName(),
            auto.requestTimeout(),
            auto.network()),
        new RunContext(experience, clock.waiting(), past, Secrets.none()));
  }

  /** What the repository knows of an invitation. */
  void remember(Email email, Instant sent) {
    invited.put(email, sent);
  }

  /** A client with so small a quota, one request a minute, that it soon has to wait. */
  WorkatoTenant stoppable(BooleanSupplier stop) {
    return new WorkatoTenant(
        settings(sandbox.tokens(), Optional.empty(), 1),
        new RunContext(
            experience, new Waiting(clock, clock, stop), lane -> List.of(), Secrets.none()));
  }

  /** A client with other quotas. */
  WorkatoTenant paced(int perMinute, WorkatoSettings.Quota quota) {
    workspace =
        Optional.of(
            new WorkatoTenant(
                settings(sandbox.tokens(), Optional.empty(), perMinute, quota),
                new RunContext(experience, clock.waiting(), past, Secrets.none())));
    return workspace.get();
  }

  private WorkatoSettings settings(
      Map<String, String> tokens, Optional<String> name, int perMinute) {
    return settings(tokens, name, perMinute, WorkatoSettings.Quota.WORKSPACE);
  }

  private WorkatoSettings settings(
      Map<String, String> tokens,
      Optional<String> name,
      int perMinute,
      WorkatoSettings.Quota quota) {
    Map<Environment, BearerToken> bearers = new LinkedHashMap<>();
    Map<String, BearerToken> different = new HashMap<>();
    tokens.forEach(
        (environment, token) ->
            bearers.put(
                new Environment(environment), different.computeIfAbsent(token, BearerToken::of)));
    WorkatoSettings settings =
        new WorkatoSettings(
            sandbox.url(),
            Optional.empty(),
            bearers,
            RequestQuota.perMinute(perMinute),
            quota,
            100,
            name,
            Duration.ofSeconds(10),
            Network.direct());
    return managed.map(settings::of).orElse(settings);
  }

  /** How often an endpoint was called. */
  long count(String endpoint) {
    return sandbox.counts().getOrDefault(endpoint, 0L);
  }

  /** How many requests were answered so. */
  long answered(int status) {
    return sandbox.requests().stream().filter(request -> request.status() == status).count();
  }

  @Override
  public void close() {
    workspace.ifPresent(WorkatoTenant::close);
    sandbox.close();
  }
}
