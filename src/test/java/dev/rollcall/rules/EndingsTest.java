package dev.rollcall.rules;

import static dev.rollcall.rules.People.rule;
import static dev.rollcall.testing.Rosters.email;
import static dev.rollcall.testing.Rosters.in;
import static dev.rollcall.testing.Rosters.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Desired;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Place;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Shape;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.gather.DeclaredSource;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.tenant.workato.WorkatoVocabulary;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is bounded in time, seen on 1 July 2026. */
class EndingsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Entitlement PROD_MEMBER = role("prod", "Member");

  @Test
  void tellsWhatEndsWithinFourteenDays() {
    Desired desired =
        assignments(
            "ana,group,Today,,,,2026-07-01",
            "ana,group,Last,,,,2026-07-15",
            "ana,group,Beyond,,,,2026-07-16",
            "ana,group,Over,,,,2026-06-30",
            "ana,group,Later,,,2026-07-02,2026-07-03",
            "ben,role,,prod,Member,,2026-07-04");

    assertThat(desired.endings())
        .extracting(
            each ->
                each.email()
                    + " "
                    + each.what().orElseThrow()
                    + " "
                    + each.on()
                    + " "
                    + each.origin())
        .containsExactly(
            "ana@example.com group Today 2026-07-01 roles.csv:2 (Ends on)",
            "ana@example.com group Last 2026-07-15 roles.csv:3 (Ends on)",
            "ben@example.com prod Member 2026-07-04 roles.csv:7 (Ends on)");
  }

  @Test
  void tellsOfPeopleWhoLeaveSoon() {
    Desired desired =
        desired(
            List.of(),
            Shape.PEOPLE,
            "Email,Status,Ends on",
            "ana,Active,2026-07-03",
            "ben,Active,2026-12-31",
            "cy,Left,2026-07-03");

    assertThat(desired.endings())
        .singleElement()
        .satisfies(
            ending -> {
              assertThat(ending.email()).isEqualTo(email("ana"));
              assertThat(ending.what()).isEmpty();
              assertThat(ending.origin()).hasToString("people.csv:2 (Ends on)");
            });
  }

  @Test
  void goesOnManagingAnEnvironmentRoleThatIsOverAndSaysWhy() {
    Desired desired = assignments("ana,role,,prod,Member,,2026-06-30", "ben,group,Ops,,,,");

    assertThat(desired.roster().person(email("ana")).orElseThrow().entitlements()).isEmpty();
    assertThat(covers(desired, "ana")).isTrue();
    assertThat(covers(desired, "ben")).isFalse();
    assertThat(desired.provenance().of(email("ana"), PROD_MEMBER).orElseThrow().origin())
        .hasToString("roles.csv:2 (Ends on)");
  }

  @Test
  void leavesAnEnvironmentAloneBeforeARoleInItBegins() {
    Desired desired = assignments("ana,role,,prod,Member,2026-07-02,");

    assertThat(desired.roster().person(email("ana")).orElseThrow().entitlements()).isEmpty();
    assertThat(covers(desired, "ana")).isFalse();
  }

  @Test
  void letsARuleGiveWhatAnAssignmentNoLongerDoes() {
    Rule all = rule("all", "true", PROD_MEMBER);

    Desired desired =
        desired(
            List.of(all),
            Shape.ASSIGNMENTS,
            "Email,Kind,Target,Environment,Role,Starts on,Ends on",
            "ana,role,,prod,Admin,,2026-06-30");

    assertThat(desired.roster().person(email("ana")).orElseThrow().entitlements())
        .containsExactly(PROD_MEMBER);
  }

  @Test
  void keepsTheGroupOfAnAssignmentThatIsOverWithinTheScope() {
    Desired desired = assignments("ana,group,Ops,,,,2026-06-30");

    assertThat(desired.mentioned().of(WorkatoVocabulary.GROUP)).containsExactly("Ops");
    assertThat(
            desired
                .managed()
                .covers(desired.roster().person(email("ana")).orElseThrow(), in("Ops")))
        .isTrue();
  }

  private static boolean covers(Desired desired, String name) {
    return desired
        .managed()
        .covers(desired.roster().person(email(name)).orElseThrow(), PROD_MEMBER);
  }

  private static Desired assignments(String... lines) {
    return desired(
        List.of(),
        Shape.ASSIGNMENTS,
        "Email,Kind,Target,Environment,Role,Starts on,Ends on",
        lines);
  }

  private static Desired desired(List<Rule> rules, Shape shape, String header, String... lines) {
    String label = shape == Shape.PEOPLE ? "people.csv" : "roles.csv";
    RowMapper mapper =
        RowMapper.of(
            Given.mapping(
                "hr",
                Map.of(),
                StatusWords.USUAL,
                TODAY,
                WorkatoTerms.destination("dev", "prod"),
                shape),
            new Place(label, Place.Style.LINE, List.of(header.split(","))));
    Gathering gathering =
        new Gathering(List.of(new DeclaredSource("hr", shape, OnConflict.PROBLEM)), key -> true);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replaceFirst(",", "@example.com,");
      gathering.add(mapper.map(new Row(i + 2, Arrays.asList(line.split(",", -1)))));
    }
    Gathered gathered = gathering.gathered();
    assertThat(gathered.problems()).isEmpty();
    return new DesiredSide(
            WorkatoVocabulary.VOCABULARY,
            RuleBook.compile(rules, TODAY, new ConditionCompiler()),
            List.of(),
            TODAY)
        .make(gathered)
        .desired();
  }
}
