package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.testing.Plans;
import dev.rollcall.testing.RandomWorlds;
import dev.rollcall.testing.RandomWorlds.Sides;
import dev.rollcall.testing.WorkatoTerms;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanAgreementTest {

  private static final Environment DEV = new Environment("dev");

  private static final String THEN =
      """
      desired  ana  active  prod: Member  groups: Finance
      desired  jo   active  dev: Member
      desired  cy   active  dev: Member
      actual   ana  active
      actual   cy   active  dev: Member
      """;

  private record Made(Plan plan, PlanBasis grounds, PlanInput situation) {

    static Made of(PlanInput situation) {
      Plan plan =
          new Reconciler(Usual.everything(), Usual.policy(), OperationSwitches.ALL_ON)
              .reconcile(situation);
      return new Made(plan, PlanBasis.of(situation, plan.operations()), situation);
    }

    static Made of(String scenario) {
      return of(Scenario.of(scenario).world().situation());
    }

    static Made of(Sides sides) {
      return of(Worlds.of(sides.desired(), sides.actual()).situation());
    }

    PlanAgreement with(Made now) {
      return PlanAgreement.between(plan, grounds, now.plan(), now.situation());
    }

    /** The same with an operation that nobody planned, and what its victim holds. */
    Made forged(Operation operation) {
      List<PlannedOperation> more = new ArrayList<>(plan.operations());
      PlannedOperation added =
          new PlannedOperation(
              more.size() + 1, Stage.ADDITIONS, operation, Reason.MOVER, "people.csv:1", "");
      more.add(added);
      TreeMap<String, String> standing = new TreeMap<>(grounds.standing());
      standing.putAll(PlanBasis.of(situation, List.of(added)).standing());
      return new Made(plan.with(more), new PlanBasis(grounds.asked(), standing), situation);
    }
  }

  @Provide
  Arbitrary<Sides> sides() {
    return RandomWorlds.sides();
  }

  @Property(tries = 150)
  void aPlanAgreesWithItself(@ForAll("sides") Sides sides) {
    Made made = Made.of(sides);

    PlanAgreement agreement = made.with(Made.of(sides));

    assertThat(agreement.agreed())
        .extracting(PlanAgreement.Agreed::now)
        .isEqualTo(made.plan().operations());
    assertThat(agreement.agreed()).allMatch(each -> each.now().sequence() == each.reviewed());
    assertThat(agreement.setAside()).isEmpty();
    assertThat(agreement.unasked()).isEmpty();
    assertThat(agreement.unreviewed()).isEmpty();
  }

  @Property(tries = 300)
  void whatAPlannerMadeIsNeverTakenForAnInvention(
      @ForAll("sides") Sides then, @ForAll("sides") Sides now) {
    Made reviewed = Made.of(then);
    for (Sides moved :
        List.of(
            now,
            new Sides(then.desired(), now.actual()),
            new Sides(now.desired(), then.actual()))) {
      Made fresh = Made.of(moved);

      PlanAgreement agreement = reviewed.with(fresh);

      assertThat(agreement.unasked()).isEmpty();
      assertThat(agreement.agreed().size() + agreement.setAside().size())
          .isEqualTo(reviewed.plan().operations().size());
      assertThat(agreement.agreed().size() + agreement.unreviewed().size())
          .isEqualTo(fresh.plan().operations().size());
      assertThat(fresh.plan().operations())
          .containsAll(agreement.agreed().stream().map(PlanAgreement.Agreed::now).toList());
    }
  }

  @Test
  void whatNothingAsksForIsNoted() {
    Made then = Made.of(THEN);
    Email cy = Plans.at("cy");
    for (Operation invention :
        List.of(
            WorkatoTerms.suspend(cy, new TreeMap<>(Map.of(DEV, "Member"))),
            WorkatoTerms.setEnvironmentRole(
                cy, DEV, Optional.of("Member"), Optional.of("Environment admin")),
            WorkatoTerms.invite(
                Plans.at("mallory"), "", new TreeMap<>(Map.of(DEV, "Member")), new TreeSet<>()))) {
      PlanAgreement agreement = then.forged(invention).with(then);

      assertThat(agreement.unasked())
          .extracting(PlannedOperation::operation)
          .containsExactly(invention);
      assertThat(agreement.setAside()).isEmpty();
      assertThat(agreement.agreed()).hasSize(then.plan().operations().size());
    }
  }

  @Test
  void whatHasMovedIsSetAside() {
    Made then = Made.of(THEN);
    for (String now :
        List.of(
            THEN.replace("actual   ana  active", "actual   ana  active  prod: Environment admin"),
            THEN.replace("ana  active  prod: Member ", "ana  active  prod: Environment manager "),
            THEN.replace("desired  ana  active", "desired  ana  left"))) {
      assertThat(then.with(Made.of(now)).setAside()).isNotEmpty();
      assertThat(then.with(Made.of(now)).unasked()).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadWholeNowIsSetAside() {
    Made then = Made.of(THEN);
    PlanInput now = Scenario.of(THEN).world().withIncompleteGroup("Finance").situation();

    assertThat(then.with(Made.of(now)).setAside())
        .extracting(PlannedOperation::operation)
        .contains(WorkatoTerms.addToGroup(Plans.at("ana"), "Finance"));
  }

  @Test
  void whatIsAskedForByNowWasNotReviewed() {
    Made then = Made.of(THEN);
    Made now = Made.of(THEN + "desired  mo  active  dev: Member\n");

    PlanAgreement agreement = then.with(now);

    assertThat(agreement.agreed()).hasSize(then.plan().operations().size());
    assertThat(agreement.unreviewed())
        .extracting(planned -> planned.operation().assignee().label())
        .containsExactly("mo@example.com");
  }

  @Test
  void groundsTellAPersonFromAGroupOfTheSameName() {
    String odd = "cy@example.com";

    assertThat(
            Stream.of(
                    new dev.rollcall.model.Assignee.Person(new Email(odd)),
                    WorkatoTerms.groupNamed(odd))
                .map(PlanBasis::key))
        .doesNotHaveDuplicates();
  }
}
