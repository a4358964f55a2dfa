package dev.rollcall.plan;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingKindsTest {

  private static final Place CSV =
      new Place("people.csv", Place.Style.LINE, List.of("Email", "Role", "Groups"));
  private static final Place JOB = Place.ofLines("nightly.yaml");
  private static final String REMEDY =
      "leave them out, or migrate the workspace first: rollcall migrate-roles";

  private final Provenance cells = new Provenance();

  private void says(String who, int row, Entitlement right) {
    cells.put(
        email(who),
        new Origin(CSV, row, -1),
        Map.of(right, Attribution.cell(new Origin(CSV, row, 2))));
  }

  private Worlds threePeople() {
    says("ana", 2, in("Finance"));
    says("bob", 3, in("Ops"));
    says("cy", 4, role("dev", "Operator"));
    return Worlds.of(
            Rosters.of(
                active("ana", in("Finance")),
                active("bob", in("Ops")),
                active("cy", role("dev", "Operator"))),
            Roster.EMPTY)
        .from(cells);
  }

  private static List<Problem> of(Worlds world, Vocabulary offered, Set<Email> except) {
    return MissingKinds.of(world.situation().desired(), offered, email -> !except.contains(email));
  }

  @Test
  void aVocabularyWithAllKindsMissesNone() {
    assertThat(of(threePeople(), WorkatoVocabulary.VOCABULARY, Set.of())).isEmpty();
  }

  @Test
  void manyCellsAreOneProblemOfEachKind() {
    assertThat(of(threePeople(), WorkatoVocabulary.LEGACY, Set.of()))
        .containsExactly(
            new Problem(
                "people.csv:2 (Groups)",
                "the workspace has no groups, which 2 people are to hold, this one first: it has"
                    + " the legacy permission model",
                REMEDY));
  }

  @Test
  void whoIsNotPlannedForWantsNothing() {
    assertThat(of(threePeople(), WorkatoVocabulary.LEGACY, Set.of(email("ana"))))
        .containsExactly(
            new Problem(
                "people.csv:3 (Groups)",
                "the workspace has no groups: it has the legacy permission model",
                REMEDY));
    assertThat(of(threePeople(), WorkatoVocabulary.LEGACY, Set.of(email("ana"), email("bob"))))
        .isEmpty();
  }

  @Test
  void everyPlaceOfTheJobFileIsNamed() {
    Worlds world =
        Worlds.of(Roster.EMPTY, Roster.EMPTY)
            .declares(in("Finance"), new Attribution(new Origin(JOB, 12, -1), "Finance"))
            .declares(in("Ops"), Attribution.cell(new Origin(JOB, 30, -1)))
            .declares(role("dev", "Operator"), new Attribution(new Origin(JOB, 13, -1), "All"));

    assertThat(of(world, WorkatoVocabulary.LEGACY, Set.of()))
        .extracting(Problem::where)
        .containsExactly("nightly.yaml:12", "nightly.yaml:30");
  }
}
