package dev.rollcall.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.tenant.PermissionMigration.Access;
import dev.rollcall.tenant.PermissionMigration.Successor;
import dev.rollcall.tenant.workato.Environment;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessComparisonTest {

  private static final Email ANA = new Email("ana@example.com");
  private static final Environment DEV = new Environment("dev");
  private static final Map<String, Successor> SUCCESSORS =
      Map.of(
          "Admin", new Successor(List.of("Environment admin"), "Project admin"),
          "Analyst", new Successor(List.of("Environment manager", "Member"), "Advanced builder"),
          "Operator", new Successor(List.of("Member"), "Project operator"));

  /** In dev there are two projects; each text is a role there, then those on the projects. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Admin    | EnvironmentAdmin,ProjectAdmin,ProjectAdmin          | SAME    | ''",
        "Operator | Member,Project operator,ProjectOperator             | SAME    | ''",
        "Analyst  | Member,AdvancedBuilder,AdvancedBuilder              | SAME    | ''",
        "Analyst  | Environment manager,AdvancedBuilder,AdvancedBuilder | SAME    | ''",
        "Admin    | Member,ProjectAdmin,ProjectAdmin | LOSES | Member on dev is less than Environment admin",
        "Admin    | EnvironmentAdmin,ProjectAdmin,   | LOSES | nothing on Close@dev in place of Project admin",
        "Admin    | EnvironmentAdmin,ProjectAdmin,Builder | LOSES | Builder on Close@dev is less than Project admin",
        "Operator | Member,Builder,ProjectOperator   | GAINS | Builder on Billing@dev is more than Project operator",
        "Operator | EnvironmentAdmin,,ProjectOperator | LOSES | nothing on Billing@dev in place of Project operator; EnvironmentAdmin on dev is more than Member",
        "Operator | Release captain,ProjectOperator,ProjectOperator | DIFFERS | Release captain on dev is other than Member",
        "Operator | -                                | LOSES   | loses access there",
        "-        | Member                           | GAINS   | had no access there",
        "Auditor  | Auditor,Auditor,Auditor          | SAME    | ''",
        "Auditor  | Member                           | DIFFERS | \"Auditor\" is a custom role: compare by hand",
        "Pending  | -                                | UNKNOWN | \"Pending\" is a custom role, which is migrated by itself"
      })
  void whatBecomesOfSomebodyInOnePlace(
      String before, String after, AccessChange change, String why) {
    List<PersonAccess> people =
        new AccessComparison(
                access(rights(Optional.ofNullable(before))),
                access(rights(Optional.ofNullable(after))),
                role -> Optional.ofNullable(SUCCESSORS.get(role)),
                Set.of("Pending"))
            .people();

    assertThat(people).hasSize(1);
    assertThat(people.get(0).places()).hasSize(1);
    PlaceAccess place = people.get(0).places().get(0);
    assertThat(place.change()).isEqualTo(change);
    assertThat(place.why()).isEqualTo(why);
  }

  private static List<Entitlement> rights(Optional<String> text) {
    List<Entitlement> rights = new ArrayList<>();
    List<String> roles = text.map(each -> List.of(each.split(",", -1))).orElse(List.of());
    for (int i = 0; i < roles.size(); i++) {
      if (!roles.get(i).isEmpty()) {
        rights.add(
            i == 0
                ? WorkatoVocabulary.environmentRole(DEV, roles.get(i))
                : projects().get(i - 1).at(roles.get(i)));
      }
    }
    return rights;
  }

  private static List<Resource> projects() {
    return Stream.of("Billing", "Close").map(name -> WorkatoVocabulary.project(name, DEV)).toList();
  }

  private static Access access(List<Entitlement> rights) {
    return new Access(
        Roster.of(List.of(Member.of(ANA, "Ana", Status.ACTIVE, rights)), List.of()), projects(), 0);
  }

  @Test
  void whoeverIsOnOneSideOnlyIsToldToo() {
    Access nobody = new Access(Roster.EMPTY, projects(), 0);
    Access one = access(rights(Optional.of("Admin")));

    assertThat(comparison(nobody, one).get(0).has(AccessChange.GAINS)).isTrue();
    assertThat(comparison(one, nobody).get(0).has(AccessChange.LOSES)).isTrue();
    assertThat(comparison(nobody, nobody)).isEmpty();
  }

  private static List<PersonAccess> comparison(Access before, Access after) {
    return new AccessComparison(before, after, role -> Optional.empty(), Set.of()).people();
  }

  @Test
  void whatIsNotAsAnnouncedIsOneSentenceEach() {
    Access announced = access(rights(Optional.of("EnvironmentAdmin,ProjectAdmin,Builder")));
    Access seen = access(rights(Optional.of("Environment admin,Project admin,")));

    assertThat(UnlikeAnnounced.of(announced, seen))
        .containsExactly("ana@example.com on Close@dev: Builder was announced, and it is nothing");
    assertThat(UnlikeAnnounced.of(seen, seen)).isEmpty();
  }

  @Test
  void whatPeopleHoldOnProjectsIsToldShortly() {
    PlaceAccess all = place(rights(Optional.of("Member,Builder,Builder")));
    PlaceAccess mixed = place(rights(Optional.of("Member,Builder,Project admin")));

    assertThat(all.inside()).isEqualTo("Builder on all 2 projects");
    assertThat(mixed.inside()).isEqualTo("Builder on Billing, Project admin on Close");
    assertThat(place(rights(Optional.of("Member"))).inside()).isEqualTo("nothing within it");
  }

  private static PlaceAccess place(List<Entitlement> rights) {
    return comparison(access(List.of()), access(rights)).get(0).places().get(0);
  }
}
