package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.AppliedRoster;
import dev.rollcall.testing.RandomWorlds;
import dev.rollcall.testing.RandomWorlds.Sides;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of reconciling, over random worlds. */
class ReconcilerPropertyTest {

  @Provide
  Arbitrary<Sides> sides() {
    return RandomWorlds.sides();
  }

  @Provide
  Arbitrary<Policy> policies() {
    return RandomWorlds.policies();
  }

  @Provide
  Arbitrary<Scope> scopes() {
    return RandomWorlds.scopes();
  }

  @Property(tries = 300)
  void aRosterAgainstItselfPlansNothing(@ForAll("sides") Sides sides) {
    List<Member> members =
        sides.actual().people().stream()
            .filter(person -> person.status() == Status.ACTIVE)
            .toList();
    Roster same = Roster.of(members, sides.actual().groups());

    Plan plan = reconciler(Usual.everything(), Usual.policy()).reconcile(of(same, same));

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Property(tries = 500)
  void applyingAPlanAndPlanningAgainPlansNothing(
      @ForAll("sides") Sides sides,
      @ForAll("policies") Policy policy,
      @ForAll("scopes") Scope scope) {
    Reconciler reconciler = reconciler(scope, policy);
    PlanInput before = of(sides.desired(), sides.actual());
    Plan plan = reconciler.reconcile(before);

    Roster all = before.invitations().join(before.snapshot().actual());
    Roster applied = AppliedRoster.after(all, plan);

    assertThat(reconciler.reconcile(of(sides.desired(), applied)).operations()).isEmpty();
  }

  @Property(tries = 200)
  void inputOrderDoesNotMatter(@ForAll("sides") Sides sides, @ForAll("policies") Policy policy) {
    Reconciler reconciler = reconciler(Usual.everything(), policy);

    Plan plan = reconciler.reconcile(of(sides.desired(), sides.actual()));
    Plan other = reconciler.reconcile(of(turned(sides.desired()), turned(sides.actual())));

    assertThat(other).isEqualTo(plan);
    assertThat(other.digest()).isEqualTo(plan.digest());
  }

  @Property(tries = 300)
  void withoutRemovalsNobodyLosesAnything(
      @ForAll("sides") Sides sides, @ForAll("policies") Policy policy) {
    Reconciler reconciler =
        new Reconciler(Usual.everything(), policy, new OperationSwitches(true, true, false));
    PlanInput situation = of(sides.desired(), sides.actual());
    Plan plan = reconciler.reconcile(situation);

    Roster before = situation.snapshot().actual();
    Roster after = AppliedRoster.after(before, withoutInvites(plan));

    for (Member member : before.people()) {
      Member then = after.person(member.email()).orElseThrow();
      assertThat(member.entitlements())
          .allSatisfy(held -> assertThat(then.on(held.on())).isPresent());
    }
    assertThat(plan.operations())
        .extracting(PlannedOperation::stage)
        .doesNotContain(Stage.REVOCATIONS, Stage.REMOVALS);
    assertThat(plan.operations()).noneMatch(planned -> isLoss(planned.operation()));
  }

  @Property(tries = 300)
  void peopleWhoAreBroughtInGainAndNobodyElseIsTouched(
      @ForAll("sides") Sides sides, @ForAll("policies") Policy policy) {
    Reconciler reconciler = reconciler(Usual.everything(), policy.additionsOnly());
    PlanInput situation = of(sides.desired(), sides.actual());
    Plan plan = reconciler.reconcile(situation);

    assertThat(plan.operations())
        .extracting(PlannedOperation::stage)
        .doesNotContain(Stage.REVOCATIONS, Stage.REMOVALS);
    assertThat(plan.operations()).noneMatch(planned -> isLoss(planned.operation()));
    assertThat(plan.operations())
        .map(planned -> planned.operation().assignee())
        .filteredOn(Assignee.Person.class::isInstance)
        .allMatch(
            person ->
                sides.desired().person(((Assignee.Person) person).email()).stream()
                    .anyMatch(wanted -> wanted.status() == Status.ACTIVE));
    Roster all = situation.invitations().join(situation.snapshot().actual());
    Roster applied = AppliedRoster.after(all, plan);
    assertThat(reconciler.reconcile(of(sides.desired(), applied)).operations()).isEmpty();
  }

  @Property(tries = 300)
  void nobodyWhoIsPresentOrPendingIsInvited(
      @ForAll("sides") Sides sides, @ForAll("policies") Policy policy) {
    Set<Email> known =
        sides.actual().people().stream().map(Member::email).collect(Collectors.toSet());

    Plan plan =
        reconciler(Usual.everything(), policy).reconcile(of(sides.desired(), sides.actual()));

    assertThat(plan.operations())
        .flatMap(planned -> Joins.of(planned).stream().toList())
        .noneMatch(join -> known.contains(join.email()));
  }

  @Property(tries = 200)
  void operationsAreNumberedInTheOrderOfStages(
      @ForAll("sides") Sides sides, @ForAll("policies") Policy policy) {
    Plan plan =
        reconciler(Usual.everything(), policy).reconcile(of(sides.desired(), sides.actual()));

    assertThat(plan.operations()).extracting(PlannedOperation::stage).isSorted();
    for (int i = 1; i <= plan.operations().size(); i++) {
      assertThat(plan.operation(i).sequence()).isEqualTo(i);
    }
  }

  private static Reconciler reconciler(Scope scope, Policy policy) {
    return new Reconciler(scope, policy, OperationSwitches.ALL_ON);
  }

  private static PlanInput of(Roster desired, Roster actual) {
    return Worlds.of(desired, actual).situation();
  }

  private static Roster turned(Roster roster) {
    List<Member> people = new ArrayList<>(roster.people());
    List<Group> groups = new ArrayList<>(roster.groups());
    Collections.reverse(people);
    Collections.reverse(groups);
    return Roster.of(people, groups);
  }

  private static boolean isLoss(Operation operation) {
    return operation.changes().stream().anyMatch(Change::isLoss);
  }

  private static Plan withoutInvites(Plan plan) {
    List<PlannedOperation> others =
        plan.operations().stream().filter(planned -> Joins.of(planned).isEmpty()).toList();
    return new Plan(
        WorkatoVocabulary.VOCABULARY,
        plan.job(),
        plan.workspace(),
        plan.madeAt(),
        others,
        plan.findings(),
        plan.problems(),
        plan.people());
  }
}
