package dev.rollcall.plan;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.Worlds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCheckTest {

  private static final Place CSV =
      new Place("people.csv", Place.Style.LINE, List.of("Email", "Role", "Groups"));
  private static final Place JOB = Place.ofLines("nightly.yaml");

  @Test
  void holdsAPersonWhoseCellNamesARoleTheWorkspaceDoesNotOffer() {
    Entitlement wrong = role("dev", "Membr");
    Provenance cells = new Provenance();
    cells.put(
        email("ana"),
        new Origin(CSV, 7, -1),
        Map.of(wrong, Attribution.cell(new Origin(CSV, 7, 1))));
    Roster actual = Rosters.of(active("ana", role("dev", "Environment admin"), in("Ops")));

    Plan plan =
        plan(Worlds.of(Rosters.of(active("ana", wrong, in("Finance"))), actual).from(cells));

    assertThat(plan.operations()).isEmpty();
    assertThat(plan.problems())
        .containsExactly(
            new Problem(
                    "people.csv:7 (Role)",
                    "the workspace has no environment role \"Membr\"",
                    "did you mean \"Member\"?")
                .about(email("ana")));
    assertThat(plan.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.PERSON_HELD);
  }

  @ParameterizedTest
  @CsvSource({
    "role, prdo, Member, no environment",
    "role, prod, membr, did you mean \"Member\"",
    "role, prod, 'Member, Environment admin', write one role",
    "project, Billing@dev, Builder | Project operator, write one role",
    "group, Finanze, '', did you mean \"Finance\"",
    "group, All collaborators, '', built-in",
    "project, Biling@dev, Builder, did you mean \"Billing\"",
    "project, Billing@dev, Bilder, did you mean \"Builder\"",
    "project, Billing@prod, Builder, 'no token for environment \"prod\"'",
  })
  void namesWhatIsWrongAndWhatWouldBeRight(String kind, String target, String role, String words) {
    Roster desired = Rosters.of(active("ana", entitlement(kind, target, role)));

    Plan plan = plan(Worlds.of(desired, Roster.EMPTY).withTokens("dev", "test"));

    assertThat(plan.problems()).hasSize(1);
    assertThat(plan.problems().get(0).toString()).contains(words);
  }

  @Test
  void endsWithAllUnknownNamesOfTheJobFile() {
    Worlds world =
        Worlds.of(Roster.EMPTY, Roster.EMPTY)
            .declares(in("Finanze"), new Attribution(new Origin(JOB, 12, -1), "Finance"))
            .declares(role("prod", "Amin"), new Attribution(new Origin(JOB, 13, -1), "Admins"));

    assertThatThrownBy(() -> plan(world))
        .isInstanceOfSatisfying(
            UnknownNames.class,
            unknown ->
                assertThat(unknown.problems())
                    .extracting(Problem::where)
                    .containsExactly("nightly.yaml:13", "nightly.yaml:12"));
  }

  @ParameterizedTest
  @CsvSource({
    "FINANCE, Finance",
    "\uFF26inance, Finance",
    "all Collaborators, All collaborators",
  })
  void refusesAGroupOfOursThatLooksLikeOneThatIsThere(String owned, String there) {
    Worlds world =
        Worlds.of(Roster.of(List.of(), List.of(group(owned))), Roster.EMPTY)
            .declares(in(owned), Attribution.cell(new Origin(JOB, 30, -1)));

    assertThatThrownBy(() -> plan(world))
        .isInstanceOfSatisfying(
            UnknownNames.class,
            unknown ->
                assertThat(unknown.problems())
                    .containsExactly(
                        new Problem(
                            "nightly.yaml:30",
                            "the workspace has a group \"%s\"; \"%s\" would be a second one that looks like it"
                                .formatted(there, owned),
                            "did you mean \"" + there + "\"?")));
  }

  @Test
  void listsInTheJobFileAreWrittenOtherwiseThanInCells() {
    Worlds declared =
        Worlds.of(Roster.EMPTY, Roster.EMPTY)
            .declares(in("Ops, finance"), new Attribution(new Origin(JOB, 12, -1), "All"));
    Roster desired = Rosters.of(active("ana", in("Ops, finance")));

    assertThatThrownBy(() -> plan(declared))
        .isInstanceOf(UnknownNames.class)
        .hasMessageContaining("write each as an item of its own: [\"Ops\", \"Finance\"]");
    assertThat(plan(Worlds.of(desired, Roster.EMPTY)).problems())
        .extracting(Problem::remedy)
        .containsExactly("lists are separated by \";\": did you mean \"Ops; Finance\"?");
  }

  @Test
  void acceptsAGroupThatIsDeclaredAsOurs() {
    Roster desired =
        Roster.of(
            List.of(active("ana", role("dev", "Member"), in("Newcomers"))),
            List.of(group("Newcomers")));

    Plan plan =
        plan(
            Worlds.of(desired, Roster.EMPTY)
                .declares(in("Newcomers"), Attribution.cell(new Origin(JOB, 30, -1))));

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.operations()).hasSize(2);
    assertThat(plan.operation(1).origin()).isEqualTo("nightly.yaml:30");
  }

  private static Entitlement entitlement(String kind, String target, String role) {
    return switch (kind) {
      case "role" -> role(target, role);
      case "group" -> in(target);
      default -> on(target, role);
    };
  }

  private static Plan plan(Worlds world) {
    return new Reconciler(Usual.everything(), Usual.policy(), OperationSwitches.ALL_ON)
        .reconcile(world.situation());
  }
}
