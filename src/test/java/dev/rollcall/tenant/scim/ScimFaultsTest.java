package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationState;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault.Effect;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sort of fault on every sort of request, the first or the third of its sort: nobody is made
 * twice, nobody else loses anything, what is said to be done is done, and running again reaches the
 * roster.
 */
class ScimFaultsTest {

  private static final int RUNS = 4;

  private static int cases;

  /** A fault, and how it came. */
  record Trouble(String name, FaultDraft fault) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Trouble> troubles() {
    Map<String, List<String>> requests =
        Map.of(
            "/scim/v2/ServiceProviderConfig", List.of("GET"),
            "/scim/v2/Users", List.of("GET", "POST"),
            "/scim/v2/Users/:id", List.of("GET", "PATCH"),
            "/scim/v2/Groups", List.of("GET", "POST"),
            "/scim/v2/Groups/:id", List.of("GET", "PATCH"));
    List<Trouble> all = new ArrayList<>();
    requests.forEach(
        (path, methods) -> methods.forEach(method -> all.addAll(troubles(method, path))));
    return all.stream();
  }

  private static List<Trouble> troubles(String method, String path) {
    List<Trouble> all = new ArrayList<>();
    for (int nth : List.of(1, 3)) {
      String what = method + " " + path + " #" + nth + " ";
      for (int status : List.of(400, 401, 403, 404, 409, 412, 413, 415, 429, 500, 501, 502, 503)) {
        all.add(new Trouble(what + status, FaultDraft.status(method, path, status).nth(nth)));
      }
      for (int status : List.of(408, 409, 500, 502, 504)) {
        all.add(
            new Trouble(
                what + status + " after", FaultDraft.statusAfter(method, path, status).nth(nth)));
      }
      for (Effect effect :
          List.of(
              Effect.RESET_BEFORE,
              Effect.RESET_AFTER,
              Effect.TRUNCATED,
              Effect.GARBAGE,
              Effect.HTML,
              Effect.EMPTY)) {
        all.add(new Trouble(what + effect, FaultDraft.of(method, path, effect).nth(nth)));
      }
      all.add(
          new Trouble(
              what + "503 for long", FaultDraft.status(method, path, 503).nth(nth).times(9)));
    }
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void harmsNobodyAndIsOvercome(Trouble trouble) {
    cases++;
    try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(KnownProfile.RFC.profile())) {
      List<String> foreign = foreign(world);
      world.settings(ScimFaultsTest::makingGroups);
      world.sandbox.fail(trouble.fault().made());

      Optional<ScimRun.Ended> ended = attempt(world);
      ended.ifPresent(run -> saysNoMoreThanIsSo(world, run));
      for (int run = 1; run < RUNS; run++) {
        world.sandbox.clearFaults();
        attempt(world);
      }

      assertThat(world.sandbox.comparableState().lines())
          .containsAll(foreign)
          .doesNotHaveDuplicates();
      assertThat(plan(world)).isEmpty();
      assertThat(created(world))
          .as("created")
          .allSatisfy((body, times) -> assertThat(times).isOne());
    }
  }

  private static ScimSettings makingGroups(ScimSettings old) {
    return new ScimSettings(
        old.base(),
        old.profile(),
        old.roles(),
        old.levels(),
        old.names(),
        true,
        old.rate(),
        old.batch());
  }

  private static List<String> foreign(ScimWorld world) {
    return world
        .sandbox
        .comparableState()
        .lines()
        .filter(
            line -> line.contains("example.net") || line.contains("kim@") || line.contains("Board"))
        .toList();
  }

  /** One run; empty where it could not read. */
  private static Optional<ScimRun.Ended> attempt(ScimWorld world) {
    try {
      return Optional.of(
          new ScimRun(world.tenant(), world.clock).sync(ScimCompany.ROSTER, "Audit"));
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.empty();
    }
  }

  private static List<?> plan(ScimWorld world) {
    return new ScimRun(world.tenant(), world.clock).plan(ScimCompany.ROSTER, "Audit").operations();
  }

  /** Who is said to have an account has one, and who is said to be suspended is. */
  private static void saysNoMoreThanIsSo(ScimWorld world, ScimRun.Ended ended) {
    List<String> state = world.sandbox.comparableState().lines().toList();
    ended.records().stream()
        .filter(record -> record.state() == OperationState.APPLIED)
        .forEach(
            record -> {
              String who = "user " + record.planned().operation().assignee().label();
              switch (record.planned().operation().verb()) {
                case JOIN -> assertThat(state).contains(who);
                case SUSPEND -> assertThat(state).contains(who + " suspended");
                case REINSTATE -> assertThat(state).contains(who);
                default -> {}
              }
            });
  }

  /** How often each resource was really made. */
  private static Map<String, Long> created(ScimWorld world) {
    return world.changes().stream()
        .filter(request -> request.method().equals("POST") && request.status() == 201)
        .collect(Collectors.groupingBy(RecordedRequest::body, Collectors.counting()));
  }

  @AfterAll
  static void tell() {
    System.out.println("SCIM: " + cases + " faults, harmless and overcome");
  }
}
