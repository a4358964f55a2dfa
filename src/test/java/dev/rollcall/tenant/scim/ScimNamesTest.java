package dev.rollcall.tenant.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.Verification;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Policy;
import dev.rollcall.plan.Usual;
import dev.rollcall.sandbox.FaultDraft;
import dev.rollcall.sandbox.InjectedFault.Effect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are called follows the roster, where that is asked for. */
class ScimNamesTest {

  private static final String ROSTER =
      """
      Email,Name,First name,Last name
      ana@example.com,Ana Silva,,
      bob@example.com,Bob de la Roy,Bob,de la Roy
      cem@example.com,,,
      new@example.com,New van Face,New,van Face
      """;

  private static ScimRun run(ScimWorld world, Policy.Names names) {
    return new ScimRun(world.tenant(), world.clock, Usual.policy().with(names), List.of());
  }

  private static List<Operation> renamings(ScimRun.Ended ended) {
    return ended.plan().operations().stream()
        .map(planned -> planned.operation())
        .filter(operation -> operation.verb() == Operation.Verb.PROFILE)
        .toList();
  }

  static Stream<ScimProfilesTest.Case> providers() {
    return ScimRenamedGroupTest.providers();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("providers")
  void areKeptUpWhateverTheProvider(ScimProfilesTest.Case provider) {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed()).with(provider.profile())) {
      provider.switches().forEach(world::with);

      ScimRun.Ended first = run(world, Policy.Names.KEEP_UP).sync(ROSTER);
      ScimRun.Ended second = run(world, Policy.Names.KEEP_UP).sync(ROSTER);

      assertThat(renamings(first)).hasSize(2);
      assertThat(first.records())
          .filteredOn(record -> record.planned().operation().verb() == Operation.Verb.PROFILE)
          .allMatch(record -> record.state() == OperationState.APPLIED)
          .allMatch(record -> record.verification() == Verification.VERIFIED);
      assertThat(renamings(second)).isEmpty();
      assertThat(world.tenant().snapshot(Usual.everything()).actual().people())
          .filteredOn(person -> person.email().address().matches("(ana|bob|cem|new)@.*"))
          .extracting(person -> person.profile().given() + "|" + person.profile().family())
          .containsExactly("Ana|Silva", "Bob|de la Roy", "cem|Old", "New|van Face");
    }
  }

  @Test
  void areLeftAloneWhereNothingIsSaid() {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed())) {
      assertThat(renamings(run(world, Policy.Names.LEAVE_ALONE).sync(ROSTER))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"RESET_BEFORE", "RESET_AFTER", "TRUNCATED", "GARBAGE", "EMPTY"})
  void areLookedAtWhereTheAnswerIsLost(Effect effect) {
    try (ScimWorld world = new ScimWorld(ScimCompany.seed())) {
      world.sandbox.fail(FaultDraft.of("PATCH", "/scim/v2/Users/:id", effect).made());

      assertThat(run(world, Policy.Names.KEEP_UP).sync(ROSTER).records())
          .filteredOn(record -> record.planned().operation().verb() == Operation.Verb.PROFILE)
          .hasSize(2)
          .allMatch(record -> record.verification() == Verification.VERIFIED);
    }
  }
}
