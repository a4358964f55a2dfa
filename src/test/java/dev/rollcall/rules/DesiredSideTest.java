package dev.rollcall.rules;

import static dev.rollcall.rules.People.active;
import static dev.rollcall.rules.People.listing;
import static dev.rollcall.rules.People.person;
import static dev.rollcall.rules.People.rule;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Managed;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Status;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Given;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesiredSideTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Rule EVERYBODY =
      rule("all", "true", role("dev", "Member"), in("Ops"), on("Billing@dev", "Builder"));

  @Test
  void givesWhatRulesSayWhereACellIsBlank() {
    Desired desired = make(List.of(EVERYBODY), active("ana", Map.of())).desired();

    assertThat(held(desired, "ana"))
        .containsExactly(role("dev", "Member"), in("Ops"), on("Billing@dev", "Builder"));
  }

  @Test
  void givesNothingToSomebodyWhoHasLeft() {
    PersonRecord left = person("ana", Status.LEFT, role("prod", "Member"));

    Desired desired = make(List.of(EVERYBODY), left).desired();

    assertThat(held(desired, "ana")).isEmpty();
    assertThat(desired.provenance().of(email("ana")).orElseThrow())
        .hasToString("people.csv:7 (Status)");
  }

  @Test
  void saysWhichRulesFitNobodyOfThoseWhoHaveNotLeft() {
    Rule leavers = rule("gone", "person.name.startsWith('Lea')", in("Ops"));
    PersonRecord left = person("lea", Status.LEFT);

    assertThat(make(List.of(EVERYBODY, leavers), active("ana", Map.of()), left).remarks())
        .containsExactly(
            leavers.origin() + ": rule \"gone\" fits nobody, so that nobody gets what it gives");
    assertThat(make(List.of(EVERYBODY), active("ana", Map.of())).remarks()).isEmpty();
  }

  @Test
  void managesExactlyWhatIsMentioned() {
    PersonRecord ana = listing("ana", Set.of(RightsColumn.GROUPS), role("test", "No access"));
    PersonRecord ben = active("ben", Map.of());
    Desired desired = make(List.of(EVERYBODY), ana, ben).desired();
    Managed managed = desired.managed();

    assertThat(managed.resources())
        .extracting(Resource::toString)
        .containsExactlyInAnyOrder("dev", "Ops", "Newcomers", "Bare", "Billing@dev");
    assertThat(managed.groupsWithRights()).containsExactly(WorkatoVocabulary.group("Newcomers"));
    assertThat(covered(desired, "ana", role("test", "Member"), in("Any"), on("Close@dev", "x")))
        .containsExactly(true, true, false);
    assertThat(covered(desired, "ben", role("test", "Member"), in("Any"), on("Billing@dev", "x")))
        .containsExactly(false, false, true);
  }

  @Test
  void collectsAllNames() {
    PersonRecord ana =
        listing("ana", Set.of(RightsColumn.GROUPS), in("Finance"), on("Close@prod", "No access"));
    Desired desired = make(List.of(EVERYBODY), ana).desired();

    assertThat(desired.mentioned().of(WorkatoVocabulary.GROUP))
        .containsExactly("Bare", "Finance", "Newcomers", "Ops");
    assertThat(desired.mentioned().of(WorkatoVocabulary.PROJECT))
        .containsExactly("Billing", "Close", "Payroll");
    assertThat(desired.declared().keySet())
        .containsExactlyInAnyOrder(
            role("dev", "Member"),
            in("Ops"),
            in("Newcomers"),
            in("Bare"),
            on("Billing@dev", "Builder"),
            on("Payroll@dev", "Builder"));
    assertThat(desired.declared().get(in("Newcomers")).origin()).hasToString("nightly.yaml:40");
  }

  @Test
  void holdsAPersonForWhomARuleCannotBeJudged() {
    Rule number = rule("number", "int(person.age) > 17", in("Ops"));

    DesiredSide.Made made =
        make(
            List.of(number),
            active("ana", Map.of("age", "n/a")),
            active("ben", Map.of("age", "40")));

    assertThat(made.desired().held()).containsOnlyKeys(email("ana"), email("zoe"));
    assertThat(made.problems()).hasSize(1);
    assertThat(held(made.desired(), "ben")).containsExactly(in("Ops"));
  }

  @Test
  void sharesEqualEntitlements() {
    Desired desired =
        make(
                List.of(),
                person("ana", Status.ACTIVE, in("Ops")),
                person("ben", Status.ACTIVE, in("Ops")))
            .desired();

    assertThat(held(desired, "ana").get(0)).isSameAs(held(desired, "ben").get(0));
  }

  private static DesiredSide.Made make(List<Rule> rules, PersonRecord... people) {
    OwnedGroup newcomers =
        new OwnedGroup(
            WorkatoVocabulary.group("Newcomers"),
            "",
            People.at(40, -1),
            Optional.of(Map.of(on("Payroll@dev", "Builder"), People.at(41, -1))));
    OwnedGroup bare =
        new OwnedGroup(WorkatoVocabulary.group("Bare"), "", People.at(50, -1), Optional.empty());
    return Given.desiredSide(
            WorkatoVocabulary.VOCABULARY,
            RuleBook.compile(rules, TODAY, new ConditionCompiler()),
            List.of(newcomers, bare))
        .make(
            Given.gathered(
                List.of(people),
                List.of(),
                List.of(),
                Map.of(email("zoe"), "people.csv:9"),
                false,
                Map.of("hr", 2),
                Map.of("hr", 2),
                List.of()));
  }

  private static List<Entitlement> held(Desired desired, String name) {
    return desired.roster().person(email(name)).orElseThrow().entitlements();
  }

  private static List<Boolean> covered(Desired desired, String name, Entitlement... held) {
    Member person = desired.roster().person(email(name)).orElseThrow();
    return List.of(held).stream().map(one -> desired.managed().covers(person, one)).toList();
  }
}
