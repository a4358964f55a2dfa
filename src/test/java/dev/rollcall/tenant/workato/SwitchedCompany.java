package dev.rollcall.tenant.workato;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.person;
import static dev.rollcall.testing.Rosters.role;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verification;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary.Joining;
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
import dev.rollcall.sandbox.SeedMember;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A company with joiners, movers, leavers, groups, grants and a group of the job's own, and people
 * in no roster, against a workspace that behaves as it is told. In one process, without a network.
 */
final class SwitchedCompany implements AutoCloseable {

  private static final String OURS = "3812";
  private static final String OTHER = "5001";
  private static final String[] BATCH = {"lee", "mia", "nan", "oda"};

  private final MemoryExperience experience = new MemoryExperience();
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Optional<ManagedWorkspace> managed;
  private final Sandbox sandbox;
  private final WorkatoTenant tenant;
  private final List<OperationState> became = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private Optional<Stop.Cause> stopped = Optional.empty();

  SwitchedCompany(Map<Switch, String> turned) {
    this(turned, company(), Optional.empty());
  }

  /** The same company as one of two customers of an embedded partner; the other one is like it. */
  SwitchedCompany(Map<Switch, String> turned, Joining joining) {
    this(
        turned,
        new SeedBuilder()
            .workspace(77, "Partner", "partner@example.com")
            .environment("dev", "Internal")
            .customer(Map.of("dev", List.of(OTHER)), company())
            .customer(ids(), company()),
        Optional.of(
            new ManagedWorkspace(
                Map.of(
                    new Environment("dev"), OURS,
                    new Environment("test"), "3813",
                    new Environment("prod"), "EA/23 00"),
                ManagedPrefix.parse(
                    Map.of("v2", "/api/v2/managed_users", "split", "split")
                        .getOrDefault(
                            turned.getOrDefault(Switch.MANAGED_PREFIX, "any"),
                            "/api/managed_users")),
                joining)));
  }

  private SwitchedCompany(
      Map<Switch, String> turned, SeedBuilder seed, Optional<ManagedWorkspace> managed) {
    this.managed = managed;
    turned.forEach(seed::behaviour);
    sandbox = Sandbox.start(seed.quotaPerMinute(0).build(), SandboxOptions.of().withClock(clock));
    tenant = tenant();
  }

  private static Map<String, List<String>> ids() {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    ids.put("dev", List.of(OURS, "EA2300"));
    ids.put("test", List.of("3813"));
    ids.put("prod", List.of("3814", "EA/23 00"));
    return ids;
  }

  private static SeedBuilder company() {
    SeedBuilder seed =
        new SeedBuilder()
            .workspace(9001, "Acme", "owner@example.com")
            .environment("dev", "Billing", "Close")
            .environment("test", "Billing", "Close")
            .environment("prod", "Billing", "Close")
            .group("Finance", "")
            .group("Ops", "")
            .group("Club", "")
            .member("ana@example.com", "Ana Silva", roles("Environment admin", "Member"))
            .member("eve@example.com", "Eve Lund", roles("Environment admin", "Member"))
            .member(
                SeedMember.of("bob@example.com", "Bob Roy", roles("Member", "Member"))
                    .in("Finance", "Club")
                    .on("Billing@dev", "Builder")
                    .on("Close@prod", "Project operator"))
            .member(SeedMember.of("cy@example.com", "Cy Moe", roles("Member", "Member")).in("Ops"))
            .member(
                SeedMember.of("dee@example.com", "Dee Poe", roles("Member", "Member"))
                    .in("Finance", "Ops")
                    .on("Close@dev", "Builder"))
            .member(
                SeedMember.of("ida@example.com", "Ida Fox", roles("Member", "Member"))
                    .in("Finance")
                    .on("Billing@dev", "Builder"))
            .member(
                SeedMember.of("jon@example.com", "Jon Ash", roles("Member", "Member"))
                    .in("Ops")
                    .on("Billing@dev", "Builder")
                    .on("Close@dev", "Builder"))
            .member(
                SeedMember.of("hal@example.net", "Hal Orr", roles("Member", "Member"))
                    .in("Finance", "Ops", "Club")
                    .on("Billing@dev", "Builder")
                    .on("Close@dev", "Project operator")
                    .on("Close@prod", "Builder")
                    .on("Billing@test", "Builder"))
            .member(
                SeedMember.of("gil@example.net", "Gil Ern", Map.of("dev", "Member"))
                    .in("Ops")
                    .on("Billing@dev", "Project admin"));
    for (String name : BATCH) {
      seed.member(name + "@example.com", name, roles("Member", "Member"));
    }
    return seed;
  }

  private static Map<String, String> roles(String dev, String prod) {
    Map<String, String> roles = new LinkedHashMap<>();
    roles.put("dev", dev);
    roles.put("test", "Member");
    roles.put("prod", prod);
    return roles;
  }

  /** What the roster asks for: everybody's environment roles, groups and roles on projects. */
  private static Roster desired() {
    List<Member> people = new ArrayList<>();
    people.add(everywhere("ana", "Environment admin"));
    people.add(everywhere("eve", "Environment admin"));
    people.add(
        active(
            "bob",
            role("dev", "Member"),
            role("test", "Member"),
            role("prod", "Environment manager"),
            in("Finance"),
            on("Billing@dev", "Builder"),
            on("Close@prod", "Project operator")));
    people.add(
        active(
            "cy",
            role("dev", "Member"),
            role("test", "No access"),
            role("prod", "Environment manager"),
            in("Finance")));
    people.add(person("dee", Status.LEFT));
    people.add(
        active(
            "ida",
            role("dev", "Member"),
            role("test", "Environment manager"),
            role("prod", "Member"),
            in("Finance"),
            in("Ops"),
            on("Billing@dev", "Builder"),
            on("Close@dev", "Builder")));
    people.add(
        active(
            "jon",
            role("dev", "Environment manager"),
            role("test", "Member"),
            role("prod", "Member"),
            on("Billing@dev", "Project admin")));
    for (String name : BATCH) {
      people.add(
          active(
              name,
              role("dev", "Member"),
              role("test", "Member"),
              role("prod", "Member"),
              in("Ops"),
              on("Billing@dev", "Builder"),
              on("Close@prod", "Builder")));
    }
    people.add(joiner("flo", on("Close@dev", "Builder")));
    people.add(joiner("gus", on("Billing@dev", "Advanced builder")));
    return Roster.of(people, List.of(group("Builders", on("Billing@dev", "Builder"))));
  }

  private static Member everywhere(String name, String role) {
    return active(name, role("dev", role), role("test", "Member"), role("prod", "Member"));
  }

  private static Member joiner(String name, Entitlement later) {
    return active(name, role("dev", "Member"), in("Finance"), in("Builders"), later);
  }

  private WorkatoTenant tenant() {
    Map<Environment, BearerToken> tokens = new LinkedHashMap<>();
    sandbox
        .tokens()
        .forEach((name, token) -> tokens.put(new Environment(name), BearerToken.of(token)));
    BearerToken partners = BearerToken.of("sandbox-dev");
    managed.ifPresent(
        customer -> customer.ids().keySet().forEach(each -> tokens.put(each, partners)));
    WorkatoSettings own =
        new WorkatoSettings(
            sandbox.url(),
            Optional.empty(),
            tokens,
            RequestQuota.perMinute(60_000),
            WorkatoSettings.Quota.WORKSPACE,
            100,
            Optional.empty(),
            Duration.ofSeconds(50),
            Network.direct());
    WorkatoSettings settings = managed.map(own::of).orElse(own);
    LocalTransport.Server server =
        (call, authorization) -> {
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
        new RunContext(experience, clock.waiting(), lane -> List.of(), Secrets.none()),
        new LocalTransport(server, clock.waiting(), Secrets.none()));
  }

  /** What is still to be done by the roster. */
  Plan plan() {
    Snapshot first = tenant.snapshot(scope());
    Snapshot whole = tenant.beyond(scope(), first);
    PlanInput world = Worlds.of(desired(), whole.actual()).situation();
    return new Reconciler(scope(), Usual.policy(), OperationSwitches.ALL_ON)
        .reconcile(
            new PlanInput(
                "nightly",
                "acme",
                world.desired(),
                whole,
                Invitations.complete(Map.of()),
                world.history(),
                clock.instant()));
  }

  /** Plans, applies and verifies. */
  void run() {
    Plan plan = plan();
    MemoryJournal journal = MemoryJournal.of(plan);
    Stop stop = new Stop(clock, Optional.empty(), 5);
    Applier applier = new Applier(MemoryJournal.RUN, journal, tenant, stop, clock);
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
    new Verifier(journal, tenant, clock).verify(MemoryJournal.RUN, scope());
    journal.operations(MemoryJournal.RUN).forEach(this::note);
    stopped = stopped.or(stop::cause);
  }

  private void note(OperationRecord record) {
    became.add(record.state());
    if (record.verification() != Verification.VERIFIED) {
      left.add(
          "%s %s %s %s"
              .formatted(
                  record.planned().operation(),
                  record.state(),
                  record.verification(),
                  record.message()));
    }
  }

  /** Everybody who was invited becomes a member. */
  void accept() {
    sandbox.acceptAll();
  }

  private static Scope scope() {
    Map<Kind, NamePatterns> ours =
        Map.of(
            WorkatoVocabulary.GROUP, NamePatterns.exactly(List.of("Finance", "Ops", "Builders")));
    return new Scope(
        NamePatterns.matching(List.of("*@example.com")), ours, Map.of(), NamePatterns.ALL);
  }

  /** What became of all operations so far. */
  List<OperationState> became() {
    return became;
  }

  /** What was not seen as it is to be, and why. */
  List<String> left() {
    return left;
  }

  /** Why a run was given up. */
  Optional<Stop.Cause> stopped() {
    return stopped;
  }

  /** Who was sent a mail. */
  List<String> mails() {
    return sandbox.mails().stream().map(Mail::email).sorted().toList();
  }

  /** How many requests were to change something. */
  long writes() {
    return sandbox.requests().stream().filter(request -> !request.method().equals("GET")).count();
  }

  /** The workspace in words. */
  List<String> state() {
    return (managed.isPresent() ? sandbox.customerState(OURS) : sandbox.comparableState())
        .lines()
        .toList();
  }

  /** The other customer's workspace in words; nothing where there is none. */
  String neighbour() {
    return managed.isPresent() ? sandbox.customerState(OTHER) : "";
  }

  /** Lines about people who are in no roster, whatever else they are in. */
  List<String> others() {
    List<String> others = new ArrayList<>();
    for (String line : state()) {
      if (line.startsWith("group ")) {
        String members = line.substring(line.indexOf('['));
        for (String who : List.of("hal@example.net", "gil@example.net")) {
          if (members.contains(who)) {
            others.add(line.substring(0, line.indexOf('[')) + who);
          }
        }
      } else if (line.contains("@example.net")) {
        others.add(line);
      }
    }
    return others;
  }

  static List<Email> joiners() {
    return List.of(email("flo"), email("gus"));
  }

  @Override
  public void close() {
    tenant.close();
    sandbox.close();
  }
}
