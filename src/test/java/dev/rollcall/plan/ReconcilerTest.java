package dev.rollcall.plan;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.person;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.WorkatoTerms;
import dev.rollcall.testing.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcilerTest {

  private static final Place CSV =
      new Place("people.csv", Place.Style.LINE, List.of("Email", "Status", "Groups"));
  private static final Place JOB = Place.ofLines("nightly.yaml");

  @Test
  void leavesWhatNobodyMentions() {
    Roster desired = Rosters.of(active("ana", role("dev", "Member")));
    Roster actual =
        Rosters.of(
            active(
                "ana",
                role("dev", "Member"),
                role("prod", "Environment admin"),
                role("test", "Member"),
                in("Finance"),
                in("Ops"),
                Rosters.on("Billing@dev", "Builder"),
                Rosters.on("Close@dev", "Builder")));
    Managed some =
        WorkatoTerms.managed(
            Set.of(new Environment("prod")),
            Set.of("Finance"),
            Set.of("Close@dev"),
            Map.of(),
            Set.of());

    Plan plan = plan(Worlds.of(desired, actual).managing(some));

    assertThat(Scenario.lines(plan))
        .containsExactly(
            "~ role  ana  prod: Environment admin -> -",
            "- group  ana  Finance",
            "~ project  ana  Close@dev: Builder -> -");
  }

  @Test
  void saysWhichCellOrRuleIsBehindAnOperation() {
    Entitlement ruled = in("Ops");
    Entitlement stated = in("Finance");
    Provenance cells = new Provenance();
    cells.put(
        email("ana"),
        new Origin(CSV, 7, -1),
        Map.of(
            ruled,
            new Attribution(new Origin(JOB, 12, -1), "Operators"),
            stated,
            Attribution.cell(new Origin(CSV, 7, 2))));
    cells.put(email("ben"), new Origin(CSV, 8, 1), Map.of());
    Roster desired = Rosters.of(active("ana", ruled, stated), person("ben", Status.LEFT));
    Roster actual = Rosters.of(active("ana", in("Sales")), active("ben", in("Sales")));

    Plan plan = plan(Worlds.of(desired, actual).from(cells));

    assertThat(plan.operations())
        .extracting(PlannedOperation::origin)
        .containsExactly(
            "people.csv:7 (Groups)", "nightly.yaml:12", "people.csv:7", "people.csv:8 (Status)");
    assertThat(plan.operation(2).rule()).isEqualTo("Operators");
  }

  @Test
  void countsThePeople() {
    Roster desired = Rosters.of(active("ana", role("dev", "Member")), active("zoe@example.org"));
    Roster actual =
        Rosters.of(
            active("ana", role("dev", "Member"), in("Ops")),
            active("ben", role("dev", "Member")),
            person("cleo", Status.INVITED, role("dev", "Member")),
            active("olga", role("dev", "Environment admin")));
    Scope scope =
        WorkatoTerms.scope(
            NamePatterns.matching(List.of("*@example.com")),
            NamePatterns.ALL,
            NamePatterns.ALL,
            false,
            NamePatterns.NONE,
            NamePatterns.ALL);
    PlanInput situation = Worlds.of(desired, actual).ownedBy("olga").situation();

    Plan plan =
        new Reconciler(scope, Usual.policy(), OperationSwitches.ALL_ON).reconcile(situation);

    assertThat(plan.people()).isEqualTo(new Plan.People(3, 2, 3, 0, 3, 1));
  }

  @Test
  void comparesFiftyThousandPeopleWithFiftyThousandMembers() {
    List<Member> desired = new ArrayList<>();
    List<Member> actual = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      String name = "person%05d".formatted(i);
      desired.add(active(name, role("dev", "Member"), role("prod", "Member"), in("Finance")));
      String held = i % 2 == 0 ? "Environment admin" : "Member";
      actual.add(active(name, role("dev", held), role("prod", "Member"), in("Finance")));
    }
    PlanInput situation =
        Worlds.of(Roster.of(desired, List.of()), Roster.of(actual, List.of())).situation();

    Plan plan =
        new Reconciler(Usual.everything(), Usual.policy(), OperationSwitches.ALL_ON)
            .reconcile(situation);

    assertThat(plan.operations()).hasSize(25_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | , with what is not known; what
          Member            | with dev Member, and what else is not known; what
          Environment admin | not known; dev Environment admin is more than they are to hold; what
          No idea           | with dev No idea, and what else is not known; what
          """)
  void tellsWhatIsKnownOfAnInvitationThatSomebodyElseSent(String role, String told) {
    Roster desired = Rosters.of(active("ana", role("dev", "Member"), in("Finance")));
    Invitation byHand =
        Invitation.logged(
            email("ana"),
            Worlds.NOW,
            role.isEmpty() ? List.of() : List.of(role("dev", role)),
            Optional.empty());

    Plan plan = plan(Worlds.of(desired, Rosters.of()).invited(byHand));

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.INVITED_BY_OTHERS);
              assertThat(finding.detail())
                  .startsWith("was invited by somebody else, or before this repository was there")
                  .contains(told)
                  .endsWith("what differs is corrected after acceptance");
            });
  }

  private static Plan plan(Worlds world) {
    return new Reconciler(Usual.everything(), Usual.policy(), OperationSwitches.ALL_ON)
        .reconcile(world.situation());
  }
}
