package dev.rollcall.tenant.workato;

import static dev.rollcall.testing.Plans.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.apply.Applier;
import dev.rollcall.apply.RunId;
import dev.rollcall.apply.Stop;
import dev.rollcall.apply.Verifier;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.SeedBuilder;
import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.LaneThreads;
import dev.rollcall.tenant.Price;
import dev.rollcall.tenant.Request;
import dev.rollcall.testing.MemoryJournal;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.WorkatoTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plan is announced to cost is what the workspace counts, in requests and in time. */
class PriceTest {

  private static final RunId RUN = new RunId("20261122-033101-7f3a");
  private static final Environment DEV = new Environment("dev");
  private static final Environment PROD = new Environment("prod");
  private static final String BIG = "Everybody in finance";

  /** People m0, m1, … of whom some are in the big group, or hold a role on its project. */
  private record Crowd(int people, int grouped, int granted) {

    SeedBuilder join(SeedBuilder seed) {
      seed.group(BIG, "");
      for (int i = 0; i < people; i++) {
        SeedMember member = SeedMember.of(mail(i).address(), "M " + i, Map.of("dev", "Member"));
        member = i < grouped ? member.in(BIG) : member;
        seed.member(i < granted ? member.on("Billing@dev", "Builder") : member);
      }
      return seed;
    }
  }

  private interface Changes {
    void to(Plans plan);
  }

  static Stream<Arguments> plans() {
    Changes group =
        plan -> {
          times(2_000, 2_040, i -> plan.with(Stage.ADDITIONS, add(i, BIG)));
          times(0, 40, i -> plan.with(Stage.REVOCATIONS, remove(i, BIG)));
        };
    Changes project =
        plan -> {
          times(500, 580, i -> plan.with(Stage.ADDITIONS, grant(i, "", "Builder")));
          times(100, 120, i -> plan.with(Stage.ADDITIONS, grant(i, "Builder", "Project admin")));
          times(0, 20, i -> plan.with(Stage.REVOCATIONS, grant(i, "Builder", "")));
        };
    Changes joiners = plan -> times(0, 300, i -> plan.with(Stage.ADDITIONS, invite(i)));
    Changes movers =
        plan -> {
          times(0, 70, i -> plan.with(Stage.ADDITIONS, role(i)));
          times(100, 130, i -> plan.with(Stage.REMOVALS, suspend(i)));
          times(200, 210, i -> plan.with(Stage.REMOVALS, new Operation.Remove(mail(i), List.of())));
          plan.with(Stage.ADDITIONS, WorkatoTerms.reinstate(at("dee"), both()));
          plan.with(Stage.REMOVALS, WorkatoTerms.suspend(at("bob"), both()));
        };
    Changes mix =
        plan -> {
          plan.with(Stage.GROUPS, WorkatoTerms.createGroup("Auditors", ""));
          plan.with(Stage.GROUPS, ofGroup("Auditors"));
          times(300, 340, i -> plan.with(Stage.ADDITIONS, add(i, "Auditors")));
          times(400, 430, i -> plan.with(Stage.ADDITIONS, add(i, "Ops")));
          joiners.to(plan);
          movers.to(plan);
          times(0, 20, i -> plan.with(Stage.REVOCATIONS, remove(i, BIG)));
          times(0, 20, i -> plan.with(Stage.REVOCATIONS, grant(i, "Builder", "")));
        };
    Crowd many = new Crowd(2_100, 2_000, 0);
    Crowd some = new Crowd(700, 250, 500);
    return Stream.of(
        arguments("a group of 2,000 with 80 changes", many, group, 112),
        arguments("a project of 500 grants", some, project, 60),
        arguments("300 joiners", new Crowd(0, 0, 0), joiners, 301),
        arguments("movers and leavers", some, movers, 200),
        arguments("all of it", some, mix, 600));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plans")
  void isWhatIsSentWhereNothingWasTried(String what, Crowd crowd, Changes changes, int most) {
    announcedAndCounted(crowd, changes, Trust.UNTRIED, most);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plans")
  void isWhatIsSentOnceTrialsHaveShown(String what, Crowd crowd, Changes changes, int most) {
    announcedAndCounted(crowd, changes, Trust.MANY_WORK, most);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("plans")
  void isWhatIsSentOneByOne(String what, Crowd crowd, Changes changes, int most) {
    announcedAndCounted(crowd, changes, Trust.ONE_BY_ONE, 2_000);
  }

  @Test
  void theFewestRequestsChangeAllRolesOfOnePersonAtOnce() {
    Plans plans =
        Plans.plan()
            .with(Stage.ADDITIONS, environmentRole(DEV))
            .with(Stage.ADDITIONS, environmentRole(PROD));
    try (WorkspaceWithClient company = new WorkspaceWithClient()) {
      WorkatoTenant workspace = company.workspace();
      workspace.snapshot(Usual.everything());

      // One sets both, and one reads the members again.
      assertThat(workspace.batching().fewestRequests(plans.build().operations())).isEqualTo(2);
    }
  }

  private static Operation environmentRole(Environment environment) {
    return WorkatoTerms.setEnvironmentRole(
        at("dee"), environment, Optional.empty(), Optional.of("Member"));
  }

  private static void announcedAndCounted(Crowd crowd, Changes changes, Trust trust, int most) {
    Plans plans = Plans.plan();
    changes.to(plans);
    try (WorkspaceWithClient company = new WorkspaceWithClient(crowd::join)) {
      if (trust != Trust.UNTRIED) {
        for (BatchKind kind : WorkatoBatchKinds.ALL) {
          company.experience.remember(kind, trust, "");
        }
      }
      WorkatoTenant workspace = company.workspace();
      workspace.snapshot(Usual.everything());
      Price price = Price.of(plans.build(), workspace.batching());
      Instant begun = company.clock.instant();
      int before = company.sandbox.requests().size();

      apply(company, MemoryJournal.of(plans.build()));

      int counted = company.sandbox.requests().size() - before;
      Duration took = Duration.between(begun, company.clock.instant());
      assertThat(company.answered(429)).isZero();
      assertThat(price.requests()).isCloseTo(counted, Percentage.withPercentage(10));
      assertThat(price.duration().toSeconds())
          .isCloseTo(took.toSeconds(), within(Math.max(2, took.toSeconds() / 10)));
      assertThat(counted).isLessThanOrEqualTo(most);
    }
  }

  private static void apply(WorkspaceWithClient company, MemoryJournal journal) {
    Stop stop = new Stop(company.clock, Optional.empty(), 5);
    Applier applier = new Applier(RUN, journal, company.workspace(), stop, company.clock);
    for (Stage stage : Stage.values()) {
      SortedMap<Lane, List<Request>> lanes = applier.lanes(stage);
      try (LaneThreads threads = new LaneThreads(company.clock::beside)) {
        threads.begin(
            () ->
                lanes.forEach(
                    (lane, requests) ->
                        threads.of(lane).execute(() -> requests.forEach(applier::apply))));
      }
    }
    new Verifier(journal, company.workspace(), company.clock).verify(RUN, Usual.everything());
  }

  private interface Numbered {
    void at(int number);
  }

  private static void times(int from, int to, Numbered what) {
    for (int i = from; i < to; i++) {
      what.at(i);
    }
  }

  private static Email mail(int number) {
    return new Email("m" + number + "@example.com");
  }

  private static Operation add(int number, String group) {
    return WorkatoTerms.addToGroup(mail(number), group);
  }

  private static Operation remove(int number, String group) {
    return WorkatoTerms.removeFromGroup(mail(number), group);
  }

  private static Operation grant(int number, String before, String after) {
    return WorkatoTerms.setProjectRole(
        new Assignee.Person(mail(number)), "Billing", DEV, role(before), role(after));
  }

  private static Optional<String> role(String name) {
    return Optional.of(name).filter(each -> !each.isEmpty());
  }

  private static Operation ofGroup(String group) {
    return WorkatoTerms.setProjectRole(
        WorkatoTerms.groupNamed(group), "Billing", DEV, Optional.empty(), Optional.of("Builder"));
  }

  private static Operation role(int number) {
    return WorkatoTerms.setEnvironmentRole(
        mail(number), PROD, Optional.empty(), Optional.of("Member"));
  }

  private static Operation suspend(int number) {
    return WorkatoTerms.suspend(mail(number), new TreeMap<>(Map.of(DEV, "Member")));
  }

  private static TreeMap<Environment, String> both() {
    return new TreeMap<>(Map.of(DEV, "Member", PROD, "Member"));
  }

  private static Operation invite(int number) {
    return WorkatoTerms.invite(
        new Email("j" + number + "@example.com"),
        "J",
        new TreeMap<>(Map.of(DEV, "Member")),
        new TreeSet<>(List.of("Ops")));
  }
}
