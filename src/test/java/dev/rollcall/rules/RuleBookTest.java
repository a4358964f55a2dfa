package dev.rollcall.rules;

import static dev.rollcall.rules.People.active;
import static dev.rollcall.rules.People.rule;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.on;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Problem;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.testing.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person.department == 'Finance' && person.country in ['US', 'CA']",
        "person.cost_center.startsWith('4')",
        "person['cost center'] == '4711'",
        "person.nowhere == ''",
        "person.email.endsWith('@example.com') && person.name == 'Ana' && person.status == 'active'",
        "today >= '2026-03-02'",
        "person['start date'] <= today && person.start_date > '2024'",
        "person.end_date == '' || person.end_date >= today",
        "['US', 'CA'].exists(c, c == person.country)",
        "person.department.lowerAscii() == 'finance'",
        "person.department.matches('^Fin.*e$')",
      })
  void seesAttributesUnderTheirHeaders(String when) {
    assertThat(granted(ana(), rule("r", when, in("Ops")))).containsExactly(in("Ops"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person['start date'] <= today",
        "today > person.start_date",
        "person.department == 'Finance' && !(person.start_date < '2026-04-01')",
        "person.start_date == '2026-03'"
      })
  void knowsWhichAttributesAreComparedAsDates(String when) {
    RuleBook book =
        RuleBook.compile(List.of(rule("r", when, in("Ops"))), TODAY, new ConditionCompiler());

    assertThat(book.comparesAsDate("start date")).isTrue();
    assertThat(book.comparesAsDate("department")).isFalse();
  }

  @Test
  void givesTheFirstMatchingRulePerEnvironmentAndProjectWhileGroupsAddUp() {
    Rule one =
        rule("one", "true", role("dev", "Member"), on("Billing@dev", "Builder"), in("Finance"));
    Rule two =
        rule(
            "two",
            "true",
            role("dev", "Environment admin"),
            role("prod", "Member"),
            on("Billing@dev", "Project admin"),
            on("Billing@prod", "Builder"),
            in("Ops"));

    assertThat(granted(ana(), rule("none", "false", role("dev", "Release captain")), one, two))
        .containsExactlyInAnyOrder(
            role("dev", "Member"),
            role("prod", "Member"),
            on("Billing@dev", "Builder"),
            on("Billing@prod", "Builder"),
            in("Finance"),
            in("Ops"));
  }

  @Test
  void letsCellsWinNoAccessIncluded() {
    PersonRecord ana = ana(role("dev", "Member"), role("prod", "No access"));
    Rule rule = rule("r", "true", role("dev", "Environment admin"), role("prod", "Member"));
    RuleBook book = RuleBook.compile(List.of(rule), TODAY, new ConditionCompiler());

    DesiredEntitlements entitled = book.entitle(ana, new ArrayList<>());

    assertThat(entitled.granted().keySet())
        .containsExactlyInAnyOrder(role("dev", "Member"), role("prod", "No access"));
    assertThat(entitled.overruled())
        .extracting(Claim::entitlement)
        .containsExactly(role("dev", "Environment admin"), role("prod", "Member"));
  }

  @Test
  void saysWhichRuleGave() {
    RuleBook book =
        RuleBook.compile(List.of(rule("Ops", "true", in("Ops"))), TODAY, new ConditionCompiler());

    Attribution because = book.entitle(ana(), new ArrayList<>()).granted().get(in("Ops"));

    assertThat(because.rule()).isEqualTo("Ops");
    assertThat(because.origin().toString()).isEqualTo("nightly.yaml:22");
  }

  @Test
  void tellsWhichRulesMatch() {
    RuleBook book =
        RuleBook.compile(
            List.of(rule("yes", "true"), rule("no", "person.name == 'Ben'")),
            TODAY,
            new ConditionCompiler());

    assertThat(book.matching(ana(), new ArrayList<>()))
        .extracting(Rule::name)
        .containsExactly("yes");
  }

  @Test
  void placesAMistakeInTheJobFile() {
    Rule syntax = Given.rule("a", "person.department == ", People.at(20, 10), List.of());
    Rule unknown = Given.rule("b", "true &&\n  persn.name == ''", People.at(30, 10), List.of());
    Rule number = Given.rule("c", "person.name + '!'", People.at(40, 10), List.of());
    Rule block = Given.rule("d", "person.age == 3", People.at(50, -1), List.of());
    Rule blank = Given.rule("e", " ", People.at(60, 10), List.of());

    assertThatThrownBy(
            () ->
                RuleBook.compile(
                    List.of(syntax, unknown, number, block, blank), TODAY, new ConditionCompiler()))
        .isInstanceOfSatisfying(
            UnusableRules.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::where)
                    .containsExactly(
                        "nightly.yaml:20:32",
                        "nightly.yaml:31:3",
                        "nightly.yaml:40:23",
                        "nightly.yaml:50",
                        "nightly.yaml:60"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has(person.name)",
        "[1, 2].map(a, a + 1).size() > 0",
        "1",
        "person",
        "nope(person.name)",
        "person.name == 'x' == ",
        "((((",
      })
  void refusesWhatIsNoCondition(String when) {
    assertThatThrownBy(
            () -> RuleBook.compile(List.of(rule("r", when)), TODAY, new ConditionCompiler()))
        .isInstanceOf(UnusableRules.class)
        .hasMessageStartingWith("nightly.yaml:");
  }

  @Test
  void refusesAConditionThatIsTooLongOrTooDeep() {
    String longOne = "true" + " && true".repeat(1_000);
    String deepOne = "(".repeat(500) + "true" + ")".repeat(500);

    assertThatThrownBy(
            () ->
                RuleBook.compile(
                    List.of(rule("r", longOne), rule("s", deepOne)),
                    TODAY,
                    new ConditionCompiler()))
        .isInstanceOfSatisfying(UnusableRules.class, e -> assertThat(e.problems()).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int(person.department) > 3",
        "[1, 2, 3][7] == 1",
        "timestamp(person.name) < timestamp(person.email)",
      })
  void neverThrowsAtAPerson(String when) {
    RuleBook book =
        RuleBook.compile(List.of(rule("r", when, in("Ops"))), TODAY, new ConditionCompiler());
    List<Problem> problems = new ArrayList<>();

    DesiredEntitlements entitled = book.entitle(ana(), problems);

    assertThat(entitled.granted()).isEmpty();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).where()).isEqualTo("people.csv:7");
    assertThat(problems.get(0).what()).contains("rule \"r\"");
  }

  private static PersonRecord ana(Entitlement... cells) {
    Map<String, String> attributes =
        Map.of(
            "department", "Finance",
            "country", "CA",
            "cost center", "4711",
            "start date", "2024-11-03");
    return active("ana", attributes, cells);
  }

  private static List<Entitlement> granted(PersonRecord person, Rule... rules) {
    List<Problem> problems = new ArrayList<>();
    DesiredEntitlements entitled =
        RuleBook.compile(List.of(rules), TODAY, new ConditionCompiler()).entitle(person, problems);
    assertThat(problems).isEmpty();
    return List.copyOf(entitled.granted().keySet());
  }
}
