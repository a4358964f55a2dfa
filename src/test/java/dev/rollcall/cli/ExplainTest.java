package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.FaultDraft;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person, from the cells to what would be done and why; or why nothing. */
class ExplainTest {

  private static final String RULES =
      """
      rules:
        - name: First
          when: person.name == "Bob Roy"
          grant: { roles: { dev: Environment admin }, groups: [Ops] }
        - name: Second
          when: person.status == "active"
          grant: { projects: [ { project: Close, environment: dev, role: Builder } ] }
        - name: Third
          when: person.name.startsWith("Bob")
          grant: { projects: [ { project: Close, environment: dev, role: Project operator } ] }
        - name: Never
          when: person.name == ""
          grant: { groups: [Ops] }
      """;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void saysWhatWouldBeRightWhereANameIsUnknown() throws IOException {
    SampleCompany.copyTo(folder);
    String job = folder.resolve("jobs").resolve("assignments.yaml").toString();

    Ran ran = Shell.run("explain", job, "lena.fischer@example.com");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("has no project role \"Project operatr\"; did you mean \"Project operator\"?\n")
        .doesNotContain("is not given");
  }

  @Test
  void tellsTheWholeStoryOfAMover() {
    bench.rules(RULES);

    Ran ran = bench.run("explain", "Bob@Example.com ");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .startsWith("bob@example.com  Bob Roy\n")
        .containsPattern("people.csv:4  \\[source hr\\]\n +Email: bob@example.com")
        .containsPattern("Active: Status is \"active\"  \\[.*people.csv:4 \\(Status\\)\\]")
        .containsPattern(
            "\\+ \"First\" matches: dev Environment admin, group Ops  \\[.*job.yaml:\\d+\\]")
        .contains("\"Never\" does not match")
        .containsPattern("dev Member  \\[.*people.csv:4 \\(DEV\\)\\]")
        .containsPattern("Close@dev Builder  \\[.*job.yaml:\\d+, rule Second\\]")
        .containsPattern(
            "- Rule \"First\" \\(.*job.yaml:\\d+\\) would give \"dev Environment admin\", but a cell"
                + " says \"dev Member\", and cells win over rules  \\[.*people.csv:4 \\(DEV\\)\\]")
        .containsPattern(
            "- Rule \"Third\" \\(.*\\) would give \"Close@dev Project operator\", but rule \"Second\""
                + " comes first and says \"Close@dev Builder\"")
        .containsPattern("What the workspace holds now\n  A member.\n  dev Member\n")
        .containsPattern("\\+ group Ops  \\[mover: .*job.yaml:\\d+, rule First\\]")
        .containsPattern("\\+ Close@dev Builder  \\[mover: .*job.yaml:\\d+, rule Second\\]")
        .endsWith("2 operations are planned.\n");
    assertThat(bench.writes()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
    assertThat(bench.reports()).isEmpty();
  }

  @Test
  void whichRuleLostIsInThePlanOfThoseWhoAreChanged() {
    bench.rules(RULES);

    Ran brief = bench.run("plan");
    JsonNode json = JsonMapper.shared().readTree(bench.run("plan", "--format", "json").out());

    assertThat(brief.out())
        .contains("2 said too, but something else counts")
        .containsPattern(
            "bob@example.com: rule \"First\" \\(.*job.yaml:\\d+\\) would give \"dev Environment"
                + " admin\", but the cell .*people.csv:4 \\(DEV\\) gives \"dev Member\"")
        .containsPattern("would give \"Close@dev Project operator\", but rule \"Second\"");
    assertThat(json.path("findings").findValuesAsString("kind"))
        .filteredOn("overruled"::equals)
        .hasSize(2);
  }

  @Test
  void saysWhyNothingIsDone() {
    Ran ran = bench.run("explain", "cy@example.com");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("The workspace already holds all they are to hold.")
        .endsWith("Nothing would be done.\n");
  }

  @Test
  void saysThatThereMayBeMoreThanWhatIsInScope() {
    bench.people(Workbench.EVERYBODY.replace(",Ops,", ",,"));

    Ran listed = bench.run("explain", "cy@example.com");
    bench.with("scope: { groups: all, projects: all }");
    Ran all = bench.run("explain", "cy@example.com");

    assertThat(listed.out())
        .doesNotContain("group Ops")
        .contains(
            "Listed is what is in scope: what they hold in other groups and projects is left as it"
                + " is (scope.groups, scope.projects).\n");
    assertThat(all.out()).contains("group Ops").doesNotContain("Listed is what is in scope");
  }

  @Test
  void namesTheSafetyRuleThatHoldsAnOperation() {
    bench
        .people(Workbench.EVERYBODY.replace("Bob Roy,active", "Bob Roy,left"))
        .with("safety: { removals: { count: 0 } }");

    Ran ran = bench.run("explain", "bob@example.com");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
    assertThat(ran.out())
        .contains("Has left: Status is \"left\"")
        .contains("held back by the safety rule removals")
        .contains("--allow removals=");
  }

  @Test
  void findsARowThatWasSetAsideByItsText() {
    bench.joined("gus(at)example.com,Gus Orr,active,Member,,,", "ida@example.com,Ida Moe,ill,,,,");

    Ran gus = bench.run("explain", "gus(at)example.com", "--set", "safety.bad-rows=50%");
    Ran ida = bench.run("explain", "ida@example.com", "--set", "safety.bad-rows=50%");

    assertThat(gus.code()).as(gus.toString()).isZero();
    assertThat(gus.out())
        .contains("Name: Gus Orr")
        .containsPattern("! .*people.csv:7 \\(Email\\): .*gus\\(at\\)example.com.*set aside");
    assertThat(ida.code()).as(ida.toString()).isZero();
    assertThat(ida.out())
        .containsPattern("! .*people.csv:8 \\(Status\\): \"ill\" is no status we know")
        .contains("Why they are left alone");
  }

  @Test
  void whoIsNowhereIsNamedWithTheNearestAddresses() {
    Ran ran = bench.run("explain", "bop@example.com");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out())
        .contains("Neither a roster nor the workspace knows of them.")
        .containsPattern("Did you mean\n  bob@example.com");
  }

  @Test
  void whoIsOutOfScopeIsForeign() {
    bench.with("scope: { emails: [\"a*@example.com\"] }");

    Ran ran = bench.run("explain", "bob@example.com");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("matches none of scope.emails (a*@example.com)");
  }

  @Test
  void anOrphanIsFound() {
    bench.people(Workbench.EVERYBODY.replaceAll("dee@.*\n", ""));

    Ran ran = bench.run("explain", "dee@example.com");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("dev Member").containsIgnoringCase("in no roster");
  }

  @Test
  void whoIsInvitedWaits() {
    bench.joined("flo@example.com,Flo Ray,active,Member,,,");
    bench.run("sync");

    Ran ran = bench.run("explain", "flo@example.com");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("An invitation that is not accepted yet", "but to wait");
  }

  @Test
  void explainsTheRostersWhereTheWorkspaceDoesNotAnswer() {
    bench.rules(RULES);
    bench.sandbox.fail(
        FaultDraft.status("GET", "/api/members", 200).withBody("{}").always().made());

    Ran ran = bench.run("explain", "bob@example.com");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(9);
    assertThat(ran.out()).contains("\"First\" matches").contains("It could not be read");
  }

  @Test
  void tooManyBadRowsLeaveTheRosterSide() {
    bench.joined("gus(at)example.com,,active,,,,", "hal(at)example.com,,active,,,,");

    Ran ran = bench.run("explain", "bob@example.com");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.out())
        .contains("Active: Status is \"active\"")
        .contains("No plan could be made");
    assertThat(ran.err()).contains("more than bad-rows allows");
  }

  @Test
  void jsonAndMarkdownTellTheSame() {
    bench.rules(RULES);

    JsonNode json =
        JsonMapper.shared()
            .readTree(bench.run("explain", "bob@example.com", "--format", "json").out());
    Ran markdown = bench.run("explain", "bob@example.com", "--format", "markdown");

    assertThat(json.path("format_version").asString()).isEqualTo("2.0");
    assertThat(json.path("standing").path("status").asString()).isEqualTo("active");
    assertThat(json.path("rules").findValuesAsString("name"))
        .containsExactly("First", "Second", "Third", "Never");
    assertThat(json.path("overruled")).hasSize(2);
    assertThat(json.path("overruled").get(0).path("winner").path("level").asString())
        .isEqualTo("Member");
    assertThat(json.path("workspace").path("state").asString()).isEqualTo("active");
    assertThat(json.path("operations")).hasSize(2);
    assertThat(markdown.out()).startsWith("## bob@example.com").contains("### Rules", "* `+` ");
  }
}
