package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Plan;
import dev.rollcall.security.Secrets;
import dev.rollcall.tenant.MemoryExperience;
import dev.rollcall.tenant.RequestQuota;
import dev.rollcall.tenant.http.BearerToken;
import dev.rollcall.tenant.http.HttpTransport;
import dev.rollcall.tenant.http.Network;
import dev.rollcall.tenant.http.RunContext;
import dev.rollcall.tenant.http.Sleeper;
import dev.rollcall.tenant.http.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Service providers that others have made, looked at by a client that others have made. */
class ForeignProvidersTest {

  private static final int CROWD = 250;

  /** How to start one. */
  interface Starting {
    ForeignProvider start();
  }

  static Stream<Arguments> providers() {
    Starting sdk = () -> new SdkProvider(true);
    Starting deaf = () -> new SdkProvider(false);
    Starting scimmy = () -> scimmy(true);
    Starting deafScimmy = () -> scimmy(false);
    return Stream.of(
        Arguments.of("SCIM-SDK", sdk, CROWD),
        Arguments.of("SCIM-SDK that ignores filters", deaf, CROWD),
        Arguments.of("scimmy", scimmy, CROWD),
        Arguments.of("scimmy that ignores filters", deafScimmy, CROWD / 5));
  }

  /** Where Node and its packages are. */
  private static ForeignProvider scimmy(boolean filters) {
    assumeThat(ScimmyProvider.isInstalled())
        .as("scimmy is installed in target/scimmy: see docs/development.md")
        .isTrue();
    return new ScimmyProvider(filters);
  }

  private static ScimTenant tenant(ForeignProvider provider) {
    ScimSettings usual = ScimSettings.of(provider.url(), KnownProfile.RFC.profile());
    Waiting waiting = new Waiting(Clock.systemUTC(), Sleeper.REAL, () -> false);
    return new ScimTenant(
        new ScimSettings(
            usual.base(),
            usual.profile(),
            usual.roles(),
            usual.levels(),
            usual.names(),
            true,
            RequestQuota.perMinute(60_000),
            100),
        new RunContext(new MemoryExperience(), waiting, lane -> List.of(), Secrets.none()),
        new HttpTransport(Network.direct(), Duration.ofSeconds(20), waiting, Secrets.none()),
        BearerToken.of(provider.token()));
  }

  private static ScimRun run(ScimTenant tenant) {
    return new ScimRun(tenant, Clock.systemUTC());
  }

  /** So many people, of whom those from a number on are in the crowd as well. */
  private static String crowd(int size, int from, String... more) {
    StringBuilder roster = new StringBuilder("Email,Name,Status,Groups\n");
    for (int i = 0; i < size; i++) {
      String groups = i >= from ? "Crowd" : "Few";
      roster.append("p").append(i).append("@example.com,P ").append(i);
      roster.append(",active,").append(groups).append('\n');
    }
    return roster + String.join("\n", more) + "\n";
  }

  private static Set<String> people(int from, int to) {
    Set<String> people = new TreeSet<>();
    for (int i = from; i < to; i++) {
      people.add("p" + i + "@example.com");
    }
    return people;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("providers")
  void whatIsThereInTheEndIsWhatTheRosterSays(String name, Starting starting, int size) {
    try (ForeignProvider provider = starting.start();
        IndependentClient look = new IndependentClient(provider);
        ScimTenant tenant = tenant(provider)) {
      reached(run(tenant), crowd(size, 0, "eve@example.com,Eve Ray,active,Few"));
      assertThat(look.groups().get("Crowd")).isEqualTo(people(0, size));
      assertThat(look.groups().get("Few")).containsExactly("eve@example.com");

      reached(run(tenant), crowd(size, size / 2, "eve@example.com,Eve Ray,left,"));
      assertThat(look.groups().get("Crowd")).isEqualTo(people(size / 2, size));
      assertThat(look.groups().get("Few")).isEqualTo(people(0, size / 2));
      assertThat(look.users()).containsEntry("eve@example.com", false);

      reached(run(tenant), crowd(size, size / 5, "eve@example.com,Eve Ray,active,Crowd"));
      assertThat(look.groups().get("Crowd"))
          .containsAll(people(size / 5, size))
          .contains("eve@example.com")
          .hasSize(size - size / 5 + 1);
      assertThat(look.users()).containsEntry("eve@example.com", true).hasSize(size + 1);
    }
  }

  /** What somebody else does between reading and changing is read again. */
  @Test
  void aChangeInBetweenIsNeitherOverwrittenNorLost() {
    String roster =
        """
        Email,Name,Status,Groups
        ana@example.com,Ana Silva,active,Staff
        new@example.com,New Face,active,Staff
        old@example.com,Old Face,active,Few
        """;
    try (SdkProvider provider = new SdkProvider(true);
        IndependentClient look = new IndependentClient(provider);
        ScimTenant tenant = tenant(provider)) {
      for (String name : List.of("boss@other.net", "late@other.net", "old@example.com")) {
        look.create(name);
      }
      look.createGroup("Few");
      look.createGroup("Staff", "boss@other.net", "old@example.com");
      provider.beforeNextPatch(() -> look.add("Staff", "late@other.net"));

      reached(run(tenant), roster);

      assertThat(provider.statuses()).contains(412);
      assertThat(look.groups().get("Staff"))
          .containsExactlyInAnyOrder(
              "ana@example.com", "boss@other.net", "late@other.net", "new@example.com");
    }
  }

  private static void reached(ScimRun run, String roster) {
    assertThat(run.sync(roster, "Crowd", "Few").records())
        .allSatisfy(record -> assertThat(record.state().isDone()).as(record.message()).isTrue())
        .extracting(OperationRecord::verification)
        .containsOnly(Verification.VERIFIED);
    assertThat(run.plan(roster, "Crowd", "Few").operations()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("providers")
  void whoTurnsOutToBeThereIsTakenAsIsAndOthersStay(String name, Starting starting, int size) {
    String roster = "Email,Name,Status,Groups\nnew@example.com,New Face,active,Staff\n";
    try (ForeignProvider provider = starting.start();
        IndependentClient look = new IndependentClient(provider);
        ScimTenant tenant = tenant(provider)) {
      look.create("boss@other.net");
      look.createGroup("Staff", "boss@other.net");
      Plan plan = run(tenant).plan(roster);
      look.create("new@example.com");

      ScimRun.Ended ended = run(tenant).apply(plan);

      assertThat(ended.records())
          .extracting(OperationRecord::state)
          .containsExactly(OperationState.ALREADY_SO, OperationState.APPLIED);
      assertThat(look.groups().get("Staff"))
          .containsExactlyInAnyOrder("boss@other.net", "new@example.com");
      assertThat(look.users()).hasSize(2);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("providers")
  void aGroupThatIsCalledOtherwiseMeanwhileIsNeitherMadeAnewNorEmptied(
      String name, Starting starting, int size) {
    String roster = "Email,Name,Status,Groups\nnew@example.com,New Face,active,Staff\n";
    try (ForeignProvider provider = starting.start();
        IndependentClient look = new IndependentClient(provider);
        ScimTenant tenant = tenant(provider)) {
      look.create("boss@other.net");
      look.createGroup("Staff", "boss@other.net");
      Plan plan = run(tenant).plan(roster);
      look.rename("Staff", "All staff");

      run(tenant).apply(plan);

      assertThat(look.groups()).containsOnlyKeys("All staff");
      assertThat(look.groups().get("All staff")).contains("boss@other.net");
    }
  }
}
