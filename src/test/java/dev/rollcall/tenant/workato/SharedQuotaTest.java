package dev.rollcall.tenant.workato;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verification;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlanInput;
import dev.rollcall.plan.Reconciler;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.LocalAnswer;
import dev.rollcall.sandbox.Mail;
import dev.rollcall.sandbox.Sandbox;
import dev.rollcall.sandbox.SandboxOptions;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.Switch;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.HttpCall;
import dev.rollcall.tenant.http.LocalTransport;
import dev.rollcall.tenant.http.MovingClock;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.Worlds;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three programs at once that know nothing of each other, on the quota of one workspace, of which
 * somebody else takes half. One clock for all, which moves when those who wait let it.
 */
class SharedQuotaTest {

  private static final int QUOTA = 60;
  private static final int JOINERS = 25;
  private static final int MOVERS = 20;
  private static final List<String> PROGRAMS = List.of("red", "green", "blue");
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** What the other client asks for, in each category, every two seconds. */
  private static final List<String> OTHERS =
      List.of(
          "GET /api/members",
          "GET /api/user_groups",
          "GET /api/projects/649001/project_grants",
          "POST /api/member_invitations");

  private final MovingClock clock = new MovingClock(START);
  private Optional<Sandbox> opened = Optional.empty();
  private int asked;

  private Sandbox sandbox(String told) {
    SeedBuilder seed =
        new SeedBuilder()
            .quotaPerMinute(QUOTA)
            .behaviour(Switch.RETRY_AFTER, told)
            .workspace(9001, "Acme", "owner@example.com")
            .environment("dev", "Billing")
            .environment("prod", "Billing");
    for (String program : PROGRAMS) {
      seed.group(program, "");
      for (int i = 0; i < MOVERS; i++) {
        seed.member(mover(program, i) + "@example.com", program + i, Map.of("dev", "Member"));
      }
    }
    opened = Optional.of(Sandbox.start(seed.build(), SandboxOptions.of().withClock(clock)));
    return opened.get();
  }

  @AfterEach
  void close() {
    opened.ifPresent(Sandbox::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "seconds", "date"})
  void allEndLaterWithNothingRefusedForGoodAndNobodyInvitedTwice(String told) {
    Sandbox sandbox = sandbox(told);
    ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS.size());
    try {
      List<CompletableFuture<List<OperationRecord>>> runs =
          PROGRAMS.stream()
              .map(name -> CompletableFuture.supplyAsync(() -> run(sandbox, name), threads))
              .toList();

      for (CompletableFuture<List<OperationRecord>> each : runs) {
        List<OperationRecord> records = each.join();
        assertThat(records).hasSize(JOINERS + 3 * MOVERS);
        assertThat(records)
            .allSatisfy(
                record -> {
                  assertThat(record.state())
                      .as("%s %s", record.planned().operation(), record.message())
                      .isEqualTo(OperationState.APPLIED);
                  assertThat(record.verification())
                      .isIn(Verification.VERIFIED, Verification.NOT_YET_VISIBLE);
                });
      }
    } finally {
      threads.shutdown();
    }

    assertThat(sandbox.mails().stream().map(Mail::email).filter(each -> each.startsWith("join")))
        .hasSize(PROGRAMS.size() * JOINERS)
        .doesNotHaveDuplicates();
    assertThat(sandbox.requests()).anyMatch(request -> request.status() == 429);
    assertThat(Duration.between(START, clock.instant())).isGreaterThan(Duration.ofMinutes(2));
  }

  private List<OperationRecord> run(Sandbox sandbox, String name) {
    try (WorkatoTenant tenant = tenant(sandbox)) {
      MemoryJournal journal = MemoryJournal.of(plan(tenant, name));
      Applier applier =
          new Applier(
              MemoryJournal.RUN, journal, tenant, new Stop(clock, Optional.empty(), 5), clock);
      for (Stage stage : Stage.values()) {
        SortedMap<Lane, List<Request>> lanes = applier.lanes(stage);
        try (LaneThreads threads = new LaneThreads(clock::beside)) {
          threads.begin(
              () ->
                  lanes.forEach(
                      (lane, requests) ->
                          threads.of(lane).execute(() -> requests.forEach(applier::apply))));
        }
      }
      new Verifier(journal, tenant, clock).verify(MemoryJournal.RUN, scope(name));
      return List.copyOf(journal.operations(MemoryJournal.RUN));
    }
  }

  private Plan plan(WorkatoTenant tenant, String name) {
    Snapshot first = tenant.snapshot(scope(name));
    Snapshot whole = tenant.beyond(scope(name), first);
    PlanInput world = Worlds.of(desired(name), whole.actual()).situation();
    return new Reconciler(scope(name), Usual.policy(), OperationSwitches.ALL_ON)
        .reconcile(
            new PlanInput(
                name,
                "acme",
                world.desired(),
                whole,
                Invitations.complete(Map.of()),
                world.history(),
                clock.instant()));
  }

  private static Roster desired(String name) {
    List<Member> people = new ArrayList<>();
    Entitlement[] rights = {
      role("dev", "Environment manager"), in(name), on("Billing@dev", "Builder")
    };
    for (int i = 0; i < MOVERS; i++) {
      people.add(active(mover(name, i), rights));
    }
    for (int i = 0; i < JOINERS; i++) {
      people.add(active("join-" + name + i, role("dev", "Member"), in(name)));
    }
    return Roster.of(people, List.of());
  }

  private static String mover(String program, int number) {
    return "move-" + program + number;
  }

  private static Scope scope(String name) {
    Map<Kind, NamePatterns> ours =
        Map.of(WorkatoVocabulary.GROUP, NamePatterns.exactly(List.of(name)));
    return new Scope(
        NamePatterns.matching(List.of("*-" + name + "*@example.com")),
        ours,
        Map.of(),
        NamePatterns.ALL);
  }

  private WorkatoTenant tenant(Sandbox sandbox) {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    sandbox
        .tokens()
        .forEach((name, token) -> tokens.put(new Environment(name), BearerToken.of(token)));
    WorkatoSettings settings =
        new WorkatoSettings(
            sandbox.url(),
            Optional.empty(),
            tokens,
            RequestQuota.perMinute(QUOTA),
            WorkatoSettings.Quota.WORKSPACE,
            100,
            Optional.empty(),
            Duration.ofSeconds(50),
            Network.direct());
    LocalTransport.Server server =
        (call, authorization) -> {
          others(sandbox);
          LocalAnswer answer =
              sandbox.answer(
                  call.method(),
                  call.uri(),
                  authorization,
                  call.body().map(HttpCall.Body::text).orElse(""));
          return new LocalTransport.Answer(answer.status(), answer.headers(), answer.body());
        };
    return new WorkatoTenant(
        settings,
        new RunContext(new MemoryExperience(), clock.waiting(), lane -> List.of(), Secrets.none()),
        new LocalTransport(server, clock.waiting(), Secrets.none()));
  }

  /** What somebody else has asked by now: half of the quota, whether there is a place or not. */
  private synchronized void others(Sandbox sandbox) {
    long due = Duration.between(START, clock.instant()).toSeconds() * QUOTA / 2 / 60;
    for (; asked < due; asked++) {
      for (String each : OTHERS) {
        String[] call = each.split(" ");
        ask(sandbox, call[0], URI.create(sandbox.url() + call[1]));
      }
    }
  }

  private void ask(Sandbox sandbox, String method, URI url) {
    String body =
        method.equals("POST")
            ? """
              {"name": "O", "email": "other%d@example.net",
               "env_roles": [{"environment_type": "dev", "name": "Member", "role_type": "environment"}]}
              """
                .formatted(asked)
            : "";
    try {
      sandbox.answer(method, url, "Bearer sandbox-dev", body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
