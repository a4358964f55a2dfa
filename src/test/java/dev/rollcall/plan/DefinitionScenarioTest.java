package dev.rollcall.plan;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.model.Config;
import dev.rollcall.model.Declaration;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.AppliedRoster;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What becomes of groups and roles that a job file declares. */
class DefinitionScenarioTest {

  private static final Origin HERE =
      new Origin(new Place("job.yaml", Place.Style.LINE, List.of()), 7, -1);
  private static final Kind GROUP = WorkatoVocabulary.GROUP;
  private static final Kind ROLE = WorkatoVocabulary.ENVIRONMENT_ROLE;
  private static final Kind ON_PROJECT = WorkatoVocabulary.PROJECT_ROLE;
  private static final Config SOME = new Config.Keyed(Map.of("a", Config.number("1")));
  private static final Config OTHER = new Config.Keyed(Map.of("a", Config.number("2")));

  private static Declaration made(Kind kind, String name, Optional<Config> config, String... was) {
    return new Declaration(
        Resource.of(kind, name),
        List.of(was).stream().map(old -> Resource.of(kind, old)).toList(),
        false,
        Optional.empty(),
        config,
        HERE);
  }

  private static Declaration absent(Kind kind, String name) {
    return new Declaration(
        Resource.of(kind, name), List.of(), true, Optional.empty(), Optional.empty(), HERE);
  }

  private static Declaration described(String name, String description) {
    return new Declaration(
        Resource.of(GROUP, name),
        List.of(),
        false,
        Optional.of(description),
        Optional.empty(),
        HERE);
  }

  private static Worlds world(Roster desired, Roster actual, Declaration... declared) {
    return Worlds.of(desired, actual)
        .declaring(List.of(declared))
        .withRole(Resource.of(ROLE, "Release captain"), Definition.of(SOME), 0)
        .withRole(Resource.of(ON_PROJECT, "Auditor"), Definition.of(SOME), 0);
  }

  private static Plan plan(Worlds world) {
    return plan(world, OperationSwitches.ALL_ON);
  }

  private static Plan plan(Worlds world, OperationSwitches switches) {
    return new Reconciler(Usual.everything(), Usual.policy(), switches)
        .reconcile(world.situation());
  }

  private static Roster people(Member... people) {
    return Roster.of(List.of(people), List.of());
  }

  @Test
  void whoeverIsInARenamedGroupIsInItUnderItsNewName() {
    Roster desired =
        Roster.of(
            List.of(
                active("ana", role("dev", "Member"), in("Money")),
                active("ben", role("dev", "Member"))),
            List.of(group("Money", on("Billing@dev", "Builder"))));
    Roster actual =
        Roster.of(
            List.of(
                active("ana", role("dev", "Member"), in("Finance")),
                active("ben", role("dev", "Member"), in("Finance"))),
            List.of(group("Finance", on("Billing@dev", "Builder"))));

    Plan plan = plan(world(desired, actual, made(GROUP, "Money", Optional.empty(), "Finance")));

    assertThat(Scenario.lines(plan))
        .containsExactly("~ rename  Finance -> Money", "- group  ben  Money");
  }

  @Test
  void aRenameThatThisRunLeavesOutChangesNothingOnTheOldGroup() {
    Roster actual = people(active("ben", role("dev", "Member"), in("Finance")));
    Worlds world =
        world(
            Roster.of(
                List.of(active("ben", role("dev", "Member"), in("Money"))),
                List.of(group("Money"))),
            actual,
            made(GROUP, "Money", Optional.empty(), "Finance"));

    Plan plan = plan(world, new OperationSwitches(true, false, true));

    assertThat(plan.operations()).isEmpty();
    assertThat(Scenario.findings(plan)).contains("NAME_KEPT Finance");
  }

  @Test
  void bothNamesThereIsAFindingAndTwoOldOnesAProblem() {
    Plan both = plan(world(people(), people(), made(GROUP, "Ops", Optional.empty(), "Finance")));
    assertThat(both.operations()).isEmpty();
    assertThat(Scenario.findings(both)).containsExactly("NAME_KEPT Finance");

    assertThatExceptionOfType(UnknownNames.class)
        .isThrownBy(
            () ->
                plan(
                    world(
                        people(),
                        people(),
                        made(GROUP, "Money", Optional.empty(), "Finance", "Sales"))))
        .withMessageContaining("could be any of 2 groups");
    assertThatExceptionOfType(UnknownNames.class)
        .isThrownBy(
            () ->
                plan(
                    world(
                        people(),
                        people(),
                        made(GROUP, "Money", Optional.empty(), "All collaborators"))))
        .withMessageContaining("is a built-in group");
  }

  @Test
  void anOldNameThatNothingHasIsAProblemOnlyWhereSomethingThatNobodySpeaksOfIsCalledNearlySo() {
    Declaration misspelled = made(GROUP, "Money", Optional.empty(), "Finanec");
    Declaration farOff = made(GROUP, "Money", Optional.empty(), "Treasury");
    MentionedNames notFinance = Worlds.mentioned(List.of("Money", "Ops", "Sales"), List.of());

    assertThatExceptionOfType(UnknownNames.class)
        .isThrownBy(() -> plan(world(people(), people(), misspelled).mentioning(notFinance)))
        .withMessageContaining("there is no group \"Finanec\" that could become \"Money\"")
        .withMessageContaining("did you mean \"Finance\"? Otherwise take \"Finanec\" out of was:");

    Roster desired = Roster.of(List.of(), List.of(group("Money")));
    assertThat(Scenario.lines(plan(world(desired, people(), misspelled))))
        .containsExactly("+ create  Money");
    assertThat(Scenario.lines(plan(world(desired, people(), farOff).mentioning(notFinance))))
        .containsExactly("+ create  Money");
  }

  @Test
  void aDescriptionIsSetWhereOneIsSaidAndKeptWhereNot() {
    Roster actual =
        Roster.of(
            List.of(),
            List.of(
                new Group(WorkatoVocabulary.group("Finance"), "Theirs ", List.of()),
                new Group(WorkatoVocabulary.group("Ops"), "Theirs", List.of())));
    Roster desired = Roster.of(List.of(), List.of(group("Finance"), group("Ops")));

    assertThat(Scenario.lines(plan(world(desired, actual, described("Ops", "Ours")))))
        .containsExactly("~ define  Ops");
    assertThat(
            Scenario.lines(
                plan(
                    world(
                        desired,
                        actual,
                        described("Finance", "Theirs"),
                        made(GROUP, "Ops", Optional.empty())))))
        .isEmpty();
  }

  @Test
  void rolesComeBeforeWhoeverGetsThem() {
    Worlds world =
        world(
            people(active("ana", role("dev", "New")), active("ben", role("dev", "Captain"))),
            people(active("ana", role("dev", "Member")), active("ben", role("dev", "Member"))),
            made(ROLE, "New", Optional.of(SOME)),
            made(ROLE, "Captain", Optional.of(OTHER), "Release captain"));

    Plan plan = plan(world);

    assertThat(Scenario.lines(plan))
        .containsExactly(
            "~ rename  Release captain -> Captain",
            "+ create  New",
            "~ role  ana  dev: Member -> New",
            "~ role  ben  dev: Member -> Captain");
    assertThat(plan.operations().get(0).stage()).isEqualTo(Stage.ROLES);
  }

  @Test
  void withoutChangesNoRoleIsMadeAndSoNoneIsOffered() {
    Worlds world =
        world(
            people(active("ana", role("dev", "New"))),
            people(active("ana", role("dev", "Member"))),
            made(ROLE, "New", Optional.of(SOME)));

    Plan plan = plan(world, new OperationSwitches(true, false, true));

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.problems()).hasSize(1);
  }

  @Test
  void aConfigThatSaysTheSameIsNoChange() {
    Config said =
        new Config.Keyed(
            Map.of(
                "l",
                new Config.Series(List.of(Config.text("b"), Config.text("a"))),
                "n",
                Config.number("1.0")));
    Config there =
        new Config.Keyed(
            Map.of(
                "l",
                new Config.Series(List.of(Config.text("a"), Config.text("b"))),
                "n",
                Config.number("1")));
    Worlds world =
        world(people(), people(), made(ROLE, "Release captain", Optional.of(said)))
            .withRole(Resource.of(ROLE, "Release captain"), Definition.of(there), 0);

    assertThat(plan(world).operations()).isEmpty();
  }

  @Test
  void whatIsInUseIsNotDeletedAndSaysByWhom() {
    Roster actual =
        Roster.of(
            List.of(active("ana", role("dev", "Release captain"), in("Finance"))),
            List.of(group("Ops", on("Billing@dev", "Auditor"))));
    Worlds world =
        world(
                people(active("ana", role("dev", "Release captain"), in("Finance"))),
                actual,
                absent(ROLE, "Release captain"),
                absent(ON_PROJECT, "Auditor"),
                absent(GROUP, "Finance"))
            .withRole(Resource.of(ROLE, "Release captain"), Definition.of(SOME), 3);

    Plan plan = plan(world);

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.findings())
        .filteredOn(found -> found.kind() == Finding.Kind.NOT_DELETED)
        .extracting(Finding::detail)
        .anyMatch(
            detail ->
                detail.contains("held by ana@example.com")
                    && detail.contains("and by 2 more")
                    && detail.contains("rosters or rules give it to ana@example.com"))
        .anyMatch(detail -> detail.contains("held by the group Ops"))
        .anyMatch(detail -> detail.contains("no run that this repository remembers has made it"))
        .hasSize(3);
  }

  @Test
  void aGroupThatIsToBeGoneIsEmptiedByTheRecordsOnlyWhereItIsOurs() {
    Roster without = people(active("ana", role("dev", "Member")));
    Roster actual = people(active("ana", role("dev", "Member"), in("Ops")));
    Worlds theirs = world(without, actual, absent(GROUP, "Ops"));
    Worlds ours =
        world(without, actual, absent(GROUP, "Ops"))
            .after(Usual.later().having(Set.of(WorkatoVocabulary.group("Ops"))));

    assertThat(plan(theirs).operations()).isEmpty();
    assertThat(Scenario.findings(plan(theirs))).containsExactly("NOT_DELETED Ops");
    assertThat(Scenario.lines(plan(ours))).containsExactly("- group  ana  Ops");
  }

  @Test
  void whatNobodyHasToDoWithIsDeletedLast() {
    Worlds world =
        world(
                people(active("ana", role("dev", "Member"))),
                people(active("ana", role("dev", "Member")), active("zoe", role("dev", "Member"))),
                absent(ROLE, "Release captain"),
                absent(GROUP, "Ops"),
                absent(GROUP, "Nowhere"))
            .after(Usual.later().having(Set.of(WorkatoVocabulary.group("Ops"))));

    Plan plan = plan(world);

    assertThat(Scenario.lines(plan)).containsExactly("- delete  Ops", "- delete  Release captain");
    assertThat(plan.operations()).extracting(PlannedOperation::stage).containsOnly(Stage.REMOVALS);
    assertThat(plan(world, OperationSwitches.ALL_ON.withoutRemovals()).operations()).isEmpty();
  }

  @Test
  void whoeverIsOnlyInvitedIsAskedForUnderTheNewName() {
    Roster actual = people(Member.of(email("ana"), "", Status.INVITED, invited()));
    Roster desired =
        Roster.of(
            List.of(active("ana", role("dev", "Member"), in("Money"))), List.of(group("Money")));

    Plan plan = plan(world(desired, actual, made(GROUP, "Money", Optional.empty(), "Finance")));

    assertThat(Scenario.lines(plan)).containsExactly("~ rename  Finance -> Money");
    assertThat(Scenario.findings(plan)).isEmpty();
  }

  private static Email email(String name) {
    return Rosters.email(name);
  }

  private static List<Entitlement> invited() {
    return List.of(role("dev", "Member"), in("Finance"));
  }

  /** Any of what can be declared together. */
  @Provide
  Arbitrary<List<Declaration>> declarations() {
    Optional<Config> none = Optional.empty();
    Arbitrary<List<Declaration>> groups =
        Arbitraries.of(
            List.of(),
            List.of(made(GROUP, "Money", none, "Finance")),
            List.of(made(GROUP, "Ops", none, "Finance"), described("Sales", "Sell")),
            List.of(absent(GROUP, "Sales"), made(GROUP, "New", none)));
    Arbitrary<List<Declaration>> roles =
        Arbitraries.of(
            List.of(),
            List.of(made(ROLE, "Release captain", Optional.of(OTHER))),
            List.of(made(ROLE, "Captain", none, "Release captain")),
            List.of(absent(ROLE, "Release captain"), made(ROLE, "New", Optional.of(SOME))));
    Arbitrary<List<Declaration>> onProjects =
        Arbitraries.of(
            List.of(),
            List.of(made(ON_PROJECT, "Checker", Optional.of(OTHER), "Auditor")),
            List.of(absent(ON_PROJECT, "Auditor")));
    return Combinators.combine(groups, roles, onProjects)
        .as(
            (one, two, three) -> {
              List<Declaration> all = new ArrayList<>(one);
              all.addAll(two);
              all.addAll(three);
              return all;
            });
  }

  @Provide
  Arbitrary<Roster> rosters() {
    Arbitrary<Member> person =
        Combinators.combine(
                Arbitraries.of("ana", "ben", "cleo"),
                Arbitraries.of("Member", "Release captain", "Captain", "New"),
                Arbitraries.of("Finance", "Money", "Ops", "Sales", "New"),
                Arbitraries.of("Builder", "Auditor", "Checker"))
            .as(
                (name, role, group, onProject) ->
                    active(name, role("dev", role), in(group), on("Billing@dev", onProject)));
    return person
        .list()
        .ofMaxSize(3)
        .uniqueElements(Member::email)
        .map(people -> Roster.of(people, List.of()));
  }

  @Provide
  Arbitrary<Roster> actual() {
    return rosters()
        .map(
            roster ->
                Roster.of(
                        roster.people().stream().map(DefinitionScenarioTest::asBefore).toList(),
                        List.of())
                    .defining(
                        Map.of(
                            Resource.of(ROLE, "Release captain"), Definition.of(SOME),
                            Resource.of(ON_PROJECT, "Auditor"), Definition.of(SOME))));
  }

  /** Nobody holds what is not there yet. */
  private static Member asBefore(Member person) {
    return Member.of(
        person.email(),
        person.name(),
        person.status(),
        person.entitlements().stream()
            .map(
                right ->
                    right.level().filter(Set.of("Captain", "New")::contains).isPresent()
                        ? right.on().at("Release captain")
                        : right.level().filter("Checker"::equals).isPresent()
                            ? right.on().at("Auditor")
                            : Set.of("Money", "New").contains(right.on().name())
                                ? in("Finance")
                                : right)
            .toList());
  }

  @Property(tries = 300)
  void applyingAPlanAndPlanningAgainPlansNothingButWhatIsFreeByNow(
      @ForAll("rosters") Roster wanted,
      @ForAll("actual") Roster actual,
      @ForAll("declarations") List<Declaration> declared) {
    Roster before = actual;
    for (int run = 1; run <= 3; run++) {
      PlanInput situation = situation(wanted, before, declared);
      Plan plan =
          new Reconciler(Usual.everything(), Usual.policy(), OperationSwitches.ALL_ON)
              .reconcile(situation);
      if (run > 1) {
        assertThat(plan.operations())
            .extracting(planned -> planned.operation().verb())
            .as("in run %s: %s", run, plan.operations())
            .isSubsetOf(run == 2 ? Set.of(Operation.Verb.UNDEFINE) : Set.of());
      }
      Roster all = situation.invitations().join(situation.snapshot().actual());
      before = AppliedRoster.after(all, plan);
    }
  }

  private static PlanInput situation(Roster wanted, Roster there, List<Declaration> declared) {
    List<Group> owned =
        declared.stream()
            .filter(each -> !each.isAbsent() && each.resource().kind() == GROUP)
            .map(each -> group(each.resource().name()))
            .toList();
    Worlds world =
        Worlds.of(Roster.of(wanted.people(), owned), there)
            .declaring(declared)
            .after(
                Usual.later()
                    .having(
                        Set.of(WorkatoVocabulary.group("Sales"), WorkatoVocabulary.group("New"))));
    // The world's usual groups are there until something has renamed or deleted them.
    boolean begins = there.groups().isEmpty();
    if (!begins) {
      Worlds.GROUPS.stream()
          .filter(name -> there.group(WorkatoVocabulary.group(name)).isEmpty())
          .forEach(world::withoutGroup);
    }
    return world.situation();
  }
}
