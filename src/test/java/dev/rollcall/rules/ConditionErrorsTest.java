package dev.rollcall.rules;

import static dev.rollcall.rules.People.at;
import static dev.rollcall.rules.People.rule;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rollcall.model.Problem;
import dev.rollcall.testing.Given;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about a condition that cannot be used: one line, its place, what would be right. */
class ConditionErrorsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "persn.name == 'x' | 20:11 | there is no \"persn\"; did you mean \"person\"?",
        "todai == 'x' | 20:11 | did you mean \"today\"?",
        "department == 'x' | 20:11 | write person.department for a column",
        "true && startWith(person.name, 'x') | 20:19 | no function \"startWith\"; did you mean \"startsWith\"?",
        "person.name.startWith('x') | 20:23 | did you mean \"startsWith\"?",
        "has(person.name) | 20:11 | compare it with \"\"",
        "[1].map(x, x).size() == 1 | 20:15 | ask with exists or all",
        "person.age == 3 | 20:22 | \"==\" does not go with a text and a number; attributes and today are texts",
        "today < 3 | 20:17 | write the number in quotes",
        "person.country in 'US' | 20:26 | expected is a list",
        "!person.active | 20:11 | expected is true or false",
        "person.name | 20:17 | the condition is a text, not true or false",
        "person.a.b == '' | 20:19 | has nothing below it",
        "person.name == | 20:25 | ends too early",
        "person.a and person.b | 20:20 | \"and\" is not expected here; write ==, && and ||",
        "person.a = 'x' | 20:20 | \"=\" cannot be read",
        "person.a.matches('(') | 20:28 | the pattern of matches is none",
        "person.a.matches(person.b) | 20:34 | must be written out",
        "'é😀' == persn.name | 20:19 | did you mean \"person\"?",
      })
  void saysWhereAndWhatAndWhatWouldBeRight(String when, String place, String words) {
    List<Problem> problems = problems(when);

    assertThat(problems.get(0).where()).isEqualTo("nightly.yaml:" + place);
    assertThat(problems.get(0).toString()).contains("rule \"r\": ").contains(words);
  }

  static Stream<String> nasty() {
    String thirty = "[" + "1,".repeat(29) + "1]";
    String loops =
        Stream.of("a", "b", "c", "d")
            .map(name -> thirty + ".exists(" + name + ", ")
            .reduce("", String::concat);
    return Stream.of(
        "(".repeat(500) + "true" + ")".repeat(500),
        "person" + ".a".repeat(900) + " == ''",
        "1" + "+1".repeat(900) + " == 1",
        "true ? ".repeat(400) + "true" + " : false".repeat(400),
        "true" + " && true".repeat(1_000),
        "person.a == '" + "x".repeat(100_000) + "'",
        "'" + "\uD83D\uDE00".repeat(5_000) + "' == ''",
        loops + "a + b + c + d < 0))))",
        "person.a.matches('(((a{1,100}){1,100}){1,100})')",
        "[".repeat(2_000) + "]".repeat(2_000) + " == []",
        "!".repeat(3_900),
        "'" + "\\".repeat(3_000),
        "\u0000");
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void refusesWhatCouldRunAwayWithOneMessageAndQuickly(String when) {
    List<Problem> problems = assertTimeoutPreemptively(ofSeconds(20), () -> problems(when));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).where()).startsWith("nightly.yaml:20");
    assertThat(problems.get(0).what()).hasSizeLessThan(300).doesNotContain("Exception");
  }

  @Test
  void aPatternThatHangsOtherEnginesIsJudgedQuickly() {
    RuleBook book =
        RuleBook.compile(
            List.of(rule("r", "person.note.matches('^(a+)+$')")), TODAY, new ConditionCompiler());
    String note = "a".repeat(100_000) + "!";

    List<Rule> matching =
        assertTimeoutPreemptively(
            ofSeconds(20),
            () -> book.matching(People.active("ana", Map.of("note", note)), List.of()));

    assertThat(matching).isEmpty();
  }

  @Test
  void anAttributeThatNoSourceHasIsNamedWithTheNearestOne() {
    Rule rule =
        Given.rule(
            "r",
            "person.departmnt == 'a' &&\n  person['Cost Center'] == person.name",
            at(20, 10),
            List.of());

    List<Problem> problems =
        RuleBook.compile(List.of(rule), TODAY, new ConditionCompiler())
            .unknownAttributes(List.of(List.of("department", "cost center"), List.of("country")));

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "nightly.yaml:20:18: rule \"r\": no source has a column for person.departmnt; did you"
                + " mean \"department\"?",
            "nightly.yaml:21:10: rule \"r\": no source has a column for person[\"Cost Center\"];"
                + " did you mean \"cost center\"?");
  }

  @Test
  void headersAreKnownAsTheyAreAndAsIdentifiers() {
    Rule rule =
        rule(
            "r",
            "person.cost_center == person['cost center'] && person.email != person.status"
                + " && ['a'].exists(x, person.country == x) && person[person.name] == ''");

    assertThat(
            RuleBook.compile(List.of(rule), TODAY, new ConditionCompiler())
                .unknownAttributes(List.of(List.of("cost center", "country"))))
        .isEmpty();
  }

  @Test
  void anAttributeOfSomeSourcesIsRemarkedOn() {
    RuleBook book =
        RuleBook.compile(
            List.of(rule("r", "person.country == 'US'")), TODAY, new ConditionCompiler());

    assertThat(
            book.partlyKnown(
                Map.of("hr", List.of("country"), "temps", List.of("email"), "it", List.of())))
        .containsExactly(
            "rule \"r\": person.country is blank for people from it and temps, which has no such"
                + " column");
    assertThat(book.partlyKnown(Map.of("hr", List.of("country")))).isEmpty();
  }

  @Test
  void aRuleLooksAtTheColumnsItNamesHoweverTheyAreWritten() {
    RuleBook named =
        RuleBook.compile(
            List.of(rule("r", "person.cost_center == '1'")), TODAY, new ConditionCompiler());
    RuleBook any =
        RuleBook.compile(
            List.of(rule("r", "person[person.name] == '1'")), TODAY, new ConditionCompiler());

    assertThat(named.looksAt("cost center")).isTrue();
    assertThat(named.looksAt("country")).isFalse();
    assertThat(any.looksAt("country")).isTrue();
  }

  @Test
  void aRuleThatAsksForAddressNameOrStatusLooksAtNoColumn() {
    RuleBook book =
        RuleBook.compile(
            List.of(rule("r", "person.email != person.name && person.status == 'active'")),
            TODAY,
            new ConditionCompiler());

    assertThat(book.looksAt("country")).isFalse();
    assertThat(book.looksAt("email")).isFalse();
  }

  private static List<Problem> problems(String when) {
    UnusableRules refused =
        catchThrowableOfType(
            UnusableRules.class,
            () -> RuleBook.compile(List.of(rule("r", when)), TODAY, new ConditionCompiler()));
    assertThat(refused).as(when).isNotNull();
    return refused.problems();
  }
}
