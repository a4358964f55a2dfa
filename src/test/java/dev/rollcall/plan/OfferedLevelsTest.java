package dev.rollcall.plan;

import static dev.rollcall.testing.Rosters.active;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.group;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Provenance;
import dev.rollcall.model.Roster;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Rosters;
import dev.rollcall.testing.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A role that is spelled otherwise than the workspace offers it is the same where it can be one.
 */
class OfferedLevelsTest {

  private static final Origin CELL =
      new Origin(
          new Place("people.csv", Place.Style.LINE, List.of("Email", "Role", "Groups")), 7, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EnvironmentManager  | Environment manager, Member                     | Environment manager",
        "environment MANAGER | Environment manager, Member                     | Environment manager",
        "Environment manager | EnvironmentManager, Member                      | EnvironmentManager",
        "Environment manager | EnvironmentManager, Environment manager         | Environment manager",
        "EnvironmentManager  | EnvironmentManager, Environment manager         | EnvironmentManager",
        "environmentmanager  | EnvironmentManager, Environment manager         | environmentmanager",
        "Release captain     | ReleaseCaptain, Member                          | Release captain",
        "No access           | Noaccess, Member                                | No access"
      })
  void isTheOneThatIsOffered(String written, String offered, String meant) {
    Desired desired = desired(role("dev", written));

    assertThat(in(desired, offered).roster().person(email("ana")).orElseThrow().entitlements())
        .containsExactly(role("dev", meant));
  }

  @Test
  void groupsDeclarationsAndReasonsGoAlong() {
    Entitlement written = on("Billing@dev", "ProjectAdmin");
    Entitlement meant = on("Billing@dev", "Project admin");
    Provenance cells = new Provenance();
    Attribution cell = Attribution.cell(CELL);
    cells.put(email("ana"), CELL, Map.of(written, cell));
    Roster roster = Roster.of(List.of(active("ana", written)), List.of(group("Finance", written)));

    Desired said =
        in(
            Worlds.of(roster, Roster.EMPTY)
                .from(cells)
                .declares(written, cell)
                .situation()
                .desired(),
            "Project admin");

    assertThat(said.roster().groups()).flatExtracting(Group::rights).containsExactly(meant);
    assertThat(said.declared()).containsOnlyKeys(meant);
    assertThat(said.provenance().of(email("ana"), meant)).contains(cell);
    assertThat(said.provenance().of(email("ana"))).contains(CELL);
  }

  @Test
  void whatIsWrittenAsItIsOfferedIsNotCopied() {
    Desired desired = desired(role("dev", "Member"));

    assertThat(in(desired, "Member")).isSameAs(desired);
  }

  private static Desired desired(Entitlement right) {
    return new Desired(
        Rosters.of(active("ana", right)),
        Worlds.of(Roster.EMPTY, Roster.EMPTY).situation().desired().managed(),
        Map.of(),
        new Provenance(),
        false,
        Map.of(),
        Worlds.mentioned(List.of(), List.of()),
        Map.of(),
        List.of());
  }

  private static Desired in(Desired desired, String offered) {
    Catalogue.Section roles = new Catalogue.Section(Set.of(), Set.of(offered.split(", ")));
    return OfferedLevels.in(
        desired,
        new Catalogue(
            WorkatoVocabulary.VOCABULARY,
            new TreeMap<>(
                Map.of(WorkatoVocabulary.ENVIRONMENT, roles, WorkatoVocabulary.PROJECT, roles)),
            List.of()));
  }
}
