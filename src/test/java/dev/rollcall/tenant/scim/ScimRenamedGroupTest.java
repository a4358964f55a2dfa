package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault.Effect;
import dev.rollcall.sandbox.RecordedRequest;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.Settled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A group that gets another name, with whoever is in it. */
class ScimRenamedGroupTest {

  private static final Operation RENAMING =
      new Operation.Define(
          ScimVocabulary.group("Treasury"),
          Optional.of(ScimVocabulary.group("Finance")),
          Optional.of(new Definition("")),
          new Definition(""));
  private static final Operation GIVING =
      Operation.Set.give(
          new Assignee.Person(new Email("ana@example.com")), ScimVocabulary.membership("Treasury"));

  private static PlannedOperation planned(int sequence, Operation operation) {
    return new PlannedOperation(sequence, Stage.GROUPS, operation, Reason.DRIFT, "", "");
  }

  private static List<Outcome> send(ScimTenant tenant, Operation... operations) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Operation operation : operations) {
      outcomes.addAll(
          tenant
              .send(new Request(ScimApi.LANE, true, List.of(1)), List.of(planned(1, operation)))
              .values());
    }
    return outcomes;
  }

  static Stream<ScimProfilesTest.Case> providers() {
    return Stream.of(
            ScimProfilesTest.known(), ScimProfilesTest.single(), ScimProfilesTest.several())
        .flatMap(each -> each);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("providers")
  void keepsItsMembersWhateverTheProvider(ScimProfilesTest.Case provider) {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(provider.profile())) {
      provider.switches().forEach(world::with);
      ScimTenant tenant = world.tenant();
      tenant.snapshot(Usual.everything());
      List<String> renamed =
          world
              .sandbox
              .comparableState()
              .lines()
              .map(line -> line.replace("Finance", "Treasury"))
              .sorted()
              .toList();

      assertThat(send(tenant, RENAMING)).containsExactly(new Outcome.Applied());
      assertThat(world.sandbox.comparableState().lines().sorted()).isEqualTo(renamed);
      assertThat(send(tenant, GIVING)).containsExactly(new Outcome.Applied());
      assertThat(tenant.readBack(Usual.everything()).groups())
          .extracting(each -> each.resource().name())
          .contains("Treasury")
          .doesNotContain("Finance");
      assertThat(world.changes())
          .extracting(RecordedRequest::method)
          .doesNotContain("POST", "DELETE");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"RESET_BEFORE", "RESET_AFTER", "TRUNCATED", "GARBAGE", "EMPTY"})
  void isLookedAtWhereTheAnswerIsLost(Effect effect) {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed())) {
      ScimTenant tenant = world.tenant();
      tenant.snapshot(Usual.everything());
      world.sandbox.fail(FaultDraft.of("PATCH", "/scim/v2/Groups/:id", effect).made());

      assertThat(send(tenant, RENAMING)).containsExactly(new Outcome.Applied());
      ScimTenant later = world.tenant();
      later.snapshot(Usual.everything());
      assertThat(later.settle(planned(1, RENAMING), world.sandbox.now()))
          .isEqualTo(Settled.HAPPENED);
    }
  }

  @Test
  void isNotCalledWhatIsAnothersName() {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed())) {
      ScimTenant tenant = world.tenant();
      tenant.snapshot(Usual.everything());
      Operation taken =
          new Operation.Define(
              ScimVocabulary.group("Board"),
              Optional.of(ScimVocabulary.group("Finance")),
              Optional.of(new Definition("")),
              new Definition(""));

      assertThat(send(tenant, taken)).hasOnlyElementsOfType(Outcome.Refused.class);
      assertThat(world.sandbox.comparableState()).contains("Finance");
    }
  }
}
