package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Email;
import dev.rollcall.model.EmployeeIds;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.testing.RandomWorlds;
import dev.rollcall.testing.RandomWorlds.Sides;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of renames, over random worlds in which random people have random employee-ids. */
class AddressChangePropertyTest {

  private static final List<String> IDS = List.of("1", "2", "3", "4", "5", "");

  @Provide
  Arbitrary<Sides> sides() {
    return RandomWorlds.sides();
  }

  @Provide
  Arbitrary<Policy> policies() {
    return RandomWorlds.policies();
  }

  @Provide
  Arbitrary<List<String>> ids() {
    return Arbitraries.of(IDS).list().ofSize(12);
  }

  @Property(tries = 500)
  void anOldAccountLosesNothingBeforeTheNewOneIsActiveOrItsOwnerHasLeft(
      @ForAll("sides") Sides sides,
      @ForAll("policies") Policy policy,
      @ForAll("ids") List<String> now,
      @ForAll("ids") List<String> before) {
    PlanInput situation = situation(sides, now, known(sides.actual(), before));

    Plan plan = reconciler(policy).reconcile(situation);

    for (AddressChange rename : AddressChanges.of(situation).all()) {
      if (situation.desired().roster().person(rename.old()).isEmpty()
          && !mayGo(situation, rename)) {
        assertThat(plan.operations())
            .noneMatch(planned -> planned.operation().assignee().label().equals(text(rename)));
      }
    }
  }

  private static String text(AddressChange rename) {
    return rename.old().address();
  }

  private static boolean mayGo(PlanInput situation, AddressChange rename) {
    Optional<Member> actual = situation.snapshot().actual().person(rename.now().email());
    return rename.now().status() == Status.LEFT
        || actual.filter(member -> member.status() == Status.ACTIVE).isPresent();
  }

  @Property(tries = 300)
  void idsChangeNothingWhereNobodyHasAnotherAddress(
      @ForAll("sides") Sides sides, @ForAll("policies") Policy policy) {
    List<String> ids =
        sides.desired().people().stream().map(person -> person.email().address()).toList();
    Plan plain = reconciler(policy).reconcile(situation(sides, List.of(), List.of()));
    Plan known = reconciler(policy).reconcile(situation(sides, ids, known(sides.desired(), ids)));

    assertThat(known.digest()).isEqualTo(plain.digest());
    assertThat(Scenario.lines(known)).isEqualTo(Scenario.lines(plain));
    assertThat(Scenario.findings(known)).isEqualTo(Scenario.findings(plain));
  }

  @Property(tries = 300)
  void whatIsRememberedAndHasNotChangedMakesNoDifference(
      @ForAll("sides") Sides sides,
      @ForAll("policies") Policy policy,
      @ForAll("ids") List<String> now,
      @ForAll("ids") List<String> before) {
    List<KnownAddress> all = new ArrayList<>(known(sides.actual(), before));
    PlanInput whole = situation(sides, now, all);
    Desired desired = whole.desired();
    EmployeeIds ids = EmployeeIds.of(desired.roster(), desired.provenance());
    all.removeIf(AddressBook.changed(desired, ids).negate());
    Collections.reverse(all);
    PlanInput lean = situation(sides, now, all);

    assertThat(reconciler(policy).reconcile(lean)).isEqualTo(reconciler(policy).reconcile(whole));
  }

  private static Reconciler reconciler(Policy policy) {
    return new Reconciler(Usual.everything(), policy, OperationSwitches.ALL_ON);
  }

  private static PlanInput situation(Sides sides, List<String> ids, List<KnownAddress> known) {
    Provenance provenance = new Provenance();
    List<Member> people = sides.desired().people();
    for (int i = 0; i < Math.min(people.size(), ids.size()); i++) {
      if (!ids.get(i).isEmpty()) {
        Email email = people.get(i).email();
        Origin row = new Origin(Place.ofLines("people.csv"), i + 2, -1);
        provenance.put(email, row, Map.of());
        provenance.identify(email, ids.get(i), row);
      }
    }
    return Worlds.of(sides.desired(), sides.actual())
        .from(provenance)
        .after(Usual.later().knowing(known))
        .situation();
  }

  private static List<KnownAddress> known(Roster roster, List<String> ids) {
    List<KnownAddress> known = new ArrayList<>();
    for (int i = 0; i < Math.min(roster.people().size(), ids.size()); i++) {
      if (!ids.get(i).isEmpty()) {
        known.add(new KnownAddress(roster.people().get(i).email(), ids.get(i), ""));
      }
    }
    return known;
  }
}
