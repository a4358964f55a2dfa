package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.apply.OperationState;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Usual;
import dev.rollcall.tenant.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Service providers that others have made, looked at by a client that others have made. */
class ForeignProvidersTest {

  private static final int MOST_MEMBERS = 100;

  /** Each of them as it is, and as it takes no notice of filters. */
  static Stream<Arguments> providers() {
    return Stream.of(ForeignServer.values())
        .flatMap(each -> Stream.of(Arguments.of(each, true), Arguments.of(each, false)));
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

  @ParameterizedTest(name = "{0}, heeds filters: {1}")
  @CsvSource({
    "SCIM_SDK, true, 250",
    "SCIM_SDK, false, 250",
    "SCIMPLE, true, 250",
    "SCIMPLE, false, 50",
    "SCIMMY, true, 250",
    "SCIMMY, false, 50"
  })
  void whatIsThereInTheEndIsWhatTheRosterSays(ForeignServer server, boolean filters, int size) {
    try (ForeignWorld world = new ForeignWorld(server, filters)) {
      world.reaches(crowd(size, 0, "eve@example.com,Eve Ray,active,Few"));
      assertThat(world.look.groups().get("Crowd")).isEqualTo(people(0, size));
      assertThat(world.look.groups().get("Few")).containsExactly("eve@example.com");

      world.reaches(crowd(size, size / 2, "eve@example.com,Eve Ray,left,"));
      assertThat(world.look.groups().get("Crowd")).isEqualTo(people(size / 2, size));
      assertThat(world.look.groups().get("Few")).isEqualTo(people(0, size / 2));
      assertThat(world.look.users()).containsEntry("eve@example.com", false);

      world.reaches(crowd(size, size / 5, "eve@example.com,Eve Moe,active,Crowd"));
      assertThat(world.look.groups().get("Crowd"))
          .containsAll(people(size / 5, size))
          .contains("eve@example.com")
          .hasSize(size - size / 5 + 1);
      assertThat(world.look.users()).containsEntry("eve@example.com", true).hasSize(size + 1);
      assertThat(world.look.names())
          .containsEntry("eve@example.com", "Eve|Moe|Eve Moe")
          .containsEntry("p7@example.com", "P|7|P 7");

      isWithinBounds(world.wire, size);
    }
  }

  /** Pages were turned, no request named more than it may, and who goes is named one by one. */
  private static void isWithinBounds(Overhearing wire, int size) {
    boolean isMany = size > MOST_MEMBERS;
    assertThat(wire.heard("GET", "/Users?").map(Overhearing.Heard::target))
        .anyMatch(target -> target.contains("startIndex=1&") != isMany);
    assertThat(wire.heard("PATCH", "/Groups/").mapToInt(ForeignProvidersTest::named))
        .allMatch(named -> named <= MOST_MEMBERS)
        .anyMatch(named -> named == MOST_MEMBERS || !isMany);
    assertThat(wire.heard("PATCH", "/Groups/").flatMap(each -> each.operations().stream()))
        .filteredOn(each -> each.path("op").asString().equals("remove"))
        .hasSizeGreaterThan(size / 5)
        .allMatch(each -> each.path("path").asString().matches("members\\[value eq \"[^\"]+\"]"));
  }

  private static int named(Overhearing.Heard patch) {
    return patch.operations().stream()
        .mapToInt(each -> Math.max(1, each.path("value").size()))
        .sum();
  }

  @ParameterizedTest(name = "{0}, heeds filters: {1}")
  @MethodSource("providers")
  void whoTurnsOutToBeThereIsTakenAsIsAndOthersStay(ForeignServer server, boolean filters) {
    String roster = "Email,Name,Status,Groups\nnew@example.com,New Face,active,Staff\n";
    try (ForeignWorld world = new ForeignWorld(server, filters)) {
      world.look.create("boss@example.net");
      world.look.createGroup("Staff", "boss@example.net");
      Plan plan = world.plan(roster);
      world.look.create("new@example.com");

      assertThat(world.apply(plan))
          .extracting(OperationRecord::state)
          .containsExactly(OperationState.ALREADY_SO, OperationState.APPLIED);
      assertThat(world.look.groups().get("Staff"))
          .containsExactlyInAnyOrder("boss@example.net", "new@example.com");
      assertThat(world.look.users()).hasSize(2);
      assertThat(world.wire.heard("POST", "/Users"))
          .extracting(Overhearing.Heard::status)
          .containsExactly(409);
      assertThat(world.wire.heard("GET", "filter=userName eq \"new@example.com\"")).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}, heeds filters: {1}")
  @MethodSource("providers")
  void aGroupThatIsCalledOtherwiseMeanwhileIsNeitherMadeAnewNorEmptied(
      ForeignServer server, boolean filters) {
    String roster = "Email,Name,Status,Groups\nnew@example.com,New Face,active,Staff\n";
    try (ForeignWorld world = new ForeignWorld(server, filters)) {
      world.look.create("boss@example.net");
      world.look.createGroup("Staff", "boss@example.net");
      Plan plan = world.plan(roster);
      world.look.rename("Staff", "All staff");

      world.apply(plan);

      assertThat(world.look.groups()).containsOnlyKeys("All staff");
      assertThat(world.look.groups().get("All staff")).contains("boss@example.net");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGroupIsGivenAnotherNameAndAnAccountDeleted(ForeignServer server) {
    Operation renaming =
        new Operation.Define(
            ScimVocabulary.group("All staff"),
            Optional.of(ScimVocabulary.group("Staff")),
            Optional.of(new Definition("")),
            new Definition(""));
    try (ForeignWorld world = new ForeignWorld(server, true)) {
      world.look.create("boss@example.net");
      world.look.create("old@example.com");
      world.look.createGroup("Staff", "boss@example.net");
      world.tenant.snapshot(Usual.everything());

      assertThat(world.sent(renaming)).isEqualTo(new Outcome.Applied());
      assertThat(world.sent(new Operation.Remove(new Email("old@example.com"), List.of())))
          .isEqualTo(new Outcome.Applied());

      assertThat(world.look.groups()).isEqualTo(Map.of("All staff", Set.of("boss@example.net")));
      assertThat(world.look.users()).containsOnlyKeys("boss@example.net");
    }
  }
}
