package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.plan.DecidedRemovals.Decision;
import dev.rollcall.testing.RandomWorlds;
import dev.rollcall.testing.RandomWorlds.Sides;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Of decisions comes what takes, and nothing that is not held. */
class DecidedRemovalsTest {

  private static final String WORLD =
      """
      desired  ana  active  dev: Member  groups: Finance
      actual   ana  active  dev: Member  groups: Finance
      actual   bob  active  dev: Member  prod: Member  groups: Ops
      """;

  @Test
  void aRightThatIsHeldIsTakenAndNothingElse() {
    PlanInput situation = situation();

    assertThat(keys(plan(situation, List.of(right(situation, "bob", "prod Member")))))
        .containsExactly("set bob@example.com workato:environment \"prod\" \"Member\" -> -");
    assertThat(plan(situation, List.of(right(situation, "ana", "group Finance"))).operations())
        .singleElement()
        .satisfies(planned -> assertThat(planned.reason()).isEqualTo(Reason.REVIEW))
        .satisfies(planned -> assertThat(planned.origin()).isEqualTo("sheet:1"))
        .satisfies(planned -> assertThat(planned.stage()).isEqualTo(Stage.REVOCATIONS));
  }

  @Test
  void whatIsNotHeldOrNotThereIsNoDecision() {
    PlanInput situation = situation();
    Entitlement prod = right(situation, "bob", "prod Member").right().orElseThrow();
    Assignee nobody = new Assignee.Person(new Email("nobody@example.com"));

    assertThat(plan(situation, List.of(decision("ana", prod))).operations()).isEmpty();
    assertThat(
            plan(
                    situation,
                    List.of(
                        new Decision(nobody, Optional.of(prod), ""),
                        new Decision(nobody, Optional.empty(), "")))
                .operations())
        .isEmpty();
  }

  @Test
  void anAccountGoesOnceHoweverMuchOfItIsDecidedBeside() {
    PlanInput situation = situation();
    Decision account = new Decision(person("bob"), Optional.empty(), "sheet:2");

    Plan plan = plan(situation, List.of(right(situation, "bob", "prod Member"), account));

    assertThat(plan.operations()).hasSize(2).allMatch(each -> each.reason() == Reason.LEAVER);
    assertThat(keys(plan)).anyMatch(key -> key.startsWith("suspend bob@example.com"));
  }

  @Test
  void anAccountStaysWherePeopleAreForOthersToTake() {
    Decision account = new Decision(person("bob"), Optional.empty(), "sheet:2");
    for (Policy.Leaving left : Policy.Leaving.values()) {
      Policy usual = Usual.policy();
      Policy policy =
          new Policy(
                  usual.invite(),
                  left,
                  usual.removeAfter(),
                  usual.absent(),
                  usual.extra(),
                  usual.reinviteAfter(),
                  usual.reinviteLimit())
              .membershipsOnly();

      Plan plan = DecidedRemovals.plan(List.of(account), situation(), Usual.everything(), policy);

      assertThat(keys(plan)).containsExactly("set bob@example.com workato:group \"Ops\" -> -");
    }
  }

  @Test
  void whoIsBeyondTheScopeOrOwnsTheTenantLosesNothing() {
    PlanInput situation = situation();
    Decision decided = right(situation, "bob", "prod Member");
    Scope others =
        new Scope(
            NamePatterns.exactly(List.of("ana@example.com")), Map.of(), Map.of(), NamePatterns.ALL);

    assertThat(
            DecidedRemovals.plan(List.of(decided), situation, others, Usual.policy()).operations())
        .isEmpty();
  }

  @Property(tries = 200)
  void itOnlyTakesAndIsFoundBackInItsOwnPlan(@ForAll("sides") Sides sides) {
    PlanInput situation = Worlds.of(sides.desired(), sides.actual()).situation();
    List<Decision> decisions = new ArrayList<>();
    for (Member member : situation.snapshot().actual().people()) {
      Assignee person = new Assignee.Person(member.email());
      boolean whole = member.email().hashCode() % 3 == 0;
      if (whole) {
        decisions.add(new Decision(person, Optional.empty(), ""));
      } else {
        member
            .entitlements()
            .forEach(right -> decisions.add(new Decision(person, Optional.of(right), "")));
      }
    }

    Plan plan = plan(situation, decisions);

    assertThat(plan.operations())
        .flatExtracting(planned -> planned.operation().changes())
        .allMatch(change -> change.after().isEmpty());
    assertThat(plan(situation, DecidedRemovals.behind(plan)).digest()).isEqualTo(plan.digest());
  }

  @Provide
  static Arbitrary<Sides> sides() {
    return RandomWorlds.sides();
  }

  private static PlanInput situation() {
    return Scenario.of(WORLD).world().situation();
  }

  private static Plan plan(PlanInput situation, List<Decision> decisions) {
    return DecidedRemovals.plan(decisions, situation, Usual.everything(), Usual.policy());
  }

  private static List<String> keys(Plan plan) {
    return plan.operations().stream().map(each -> PlanDigest.key(each.operation())).toList();
  }

  private static Assignee person(String name) {
    return new Assignee.Person(new Email(name + "@example.com"));
  }

  private static Decision decision(String name, Entitlement right) {
    return new Decision(person(name), Optional.of(right), "sheet:1");
  }

  private static Decision right(PlanInput situation, String name, String words) {
    Member member =
        situation.snapshot().actual().person(new Email(name + "@example.com")).orElseThrow();
    return member.entitlements().stream()
        .filter(right -> right.toString().equals(words))
        .map(right -> decision(name, right))
        .findFirst()
        .orElseThrow();
  }
}
