package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The roster as it was understood, before any workspace is asked. */
class RosterTest {

  private static final String RULES =
      """
      rules:
        - name: Everybody
          when: "true"
          grant: { roles: { dev: Builder }, groups: [Ops], projects: [ { project: Close, environment: dev, role: Builder } ] }
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
  void tellsWhoIsToHoldWhatAndWhereItComesFromWithoutAskingAnybody() {
    bench.rules(RULES).joined("flo@example.com,Flo Ray,left,Member,,,");

    Ran ran = bench.run("roster", "--verbose");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("EMAIL", "NAME", "STATUS")
        .containsPattern("bob@example.com +Bob Roy +active +\\[.*people.csv:4\\]")
        .containsPattern("dev Member +\\[.*people.csv:4 \\(DEV\\)\\]")
        .containsPattern("group Ops +\\[.*job.yaml:\\d+, rule Everybody\\]")
        .containsPattern("flo@example.com +Flo Ray +left")
        .endsWith(
            "Roster: 5 active, 1 left, 0 starting later, 0 held; 0 problems, 0 rows set aside.\n")
        .doesNotContain("\u001b");
    assertThat(bench.requests()).isEmpty();
    assertThat(bench.hasRepository()).isFalse();
  }

  @Test
  void columnsAreAlignedAndColoursAreForTerminals() {
    bench.joined("someone.with.a.very.long.address.indeed@department.example.com,X,left,,,,");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    int code =
        Main.run(
            new Terminal(stream, stream, true, Map.of("TERM", "xterm")),
            "roster",
            bench.job.toString());

    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(code).isZero();
    assertThat(text).contains("\u001b[31mleft");
    List<String> plain =
        text.replaceAll("\u001b\\[[0-9;]*m", "")
            .lines()
            .filter(line -> line.contains("@"))
            .toList();
    assertThat(plain)
        .extracting(line -> line.replaceAll("(active|left).*", "").length())
        .containsOnly(plain.get(0).indexOf("active"));
  }

  @Test
  void jsonHasPeopleHeldAndProblems() {
    bench
        .rules(RULES)
        .joined("gus@example.com,Gus Orr,on holiday,,,,", "hal(at)example.com,Hal Ott,active,,,,");

    Ran ran = bench.run("roster", "--format", "json", "--set", "safety.bad-rows=50%");

    JsonNode json = JsonMapper.shared().readTree(ran.out());
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(json.path("format_version").asString()).isEqualTo("2.0");
    assertThat(json.path("people")).hasSize(5);
    JsonNode bob = json.path("people").get(1);
    assertThat(bob.path("email").asString()).isEqualTo("bob@example.com");
    assertThat(bob.path("status").asString()).isEqualTo("active");
    assertThat(bob.path("status_origin").asString()).endsWith("people.csv:4 (Status)");
    assertThat(bob.path("origins").get(0).asString()).endsWith("people.csv:4");
    assertThat(bob.path("entitlements").get(0).path("kind").asString()).isEqualTo("environment");
    assertThat(bob.path("entitlements").findValuesAsString("rule")).contains("", "Everybody");
    assertThat(json.path("held").get(0).path("email").asString()).isEqualTo("gus@example.com");
    assertThat(json.path("problems")).hasSize(2);
    assertThat(json.path("counts").path("rejected_rows").asInt()).isEqualTo(2);
    assertThat(ran.err()).contains("people.csv:7", "people.csv:8");
  }

  @Test
  void csvIsGuardedAgainstSpreadsheetsAndComesBackWithoutTheGuard() {
    bench.joined(
        "flo@example.com,=1+1 \u0007\\u{41},active,@Role,,+Group\u180E,",
        "+x@example.com,'s-Gravenhage,active,Member,,,");

    Ran first = bench.run("roster", "--format", "csv");
    String told = bench.run("roster", "--format", "json").out();
    bench.write("people.csv", first.out());
    bench.write(
        "job.yaml", bench.jobText().replaceAll("(?s)    columns:.*left: \\[left\\] }\n", ""));
    String again = bench.run("roster", "--format", "json").out();

    assertThat(first.out())
        .startsWith("email,name,status,starts-on,role.dev,role.prod,groups,projects,")
        .contains("\nflo@example.com,'=1+1 \\u{5C}u{41},active,,'@Role,,'+Group\\u{180E},,yes\n")
        .contains("\n'+x@example.com,'s-Gravenhage,active,,Member,,,,yes\n");
    assertThat(told).contains("\"=1+1 \\\\u{41}\"", "\"+Group\\u180E\"");
    assertThat(desired(JsonMapper.shared().readTree(again)))
        .isEqualTo(desired(JsonMapper.shared().readTree(told)));
  }

  @Test
  void csvCanBeReadAgainAndComesToTheSame() {
    bench
        .rules(RULES)
        .joined(
            "flo@example.com,\"=HYPERLINK(\"\"http://x.example.com\"\")\",active,,Member,Finance;Ops,Billing = Builder",
            "gus@example.com,\"Orr, Gus \"\"G\"\"\",left,,,,",
            "+hal@example.com,- Hal -,active,No access,,,",
            "ida@example.com,Ida Moe,on holiday,,,,");
    Ran first = bench.run("roster", "--format", "csv", "--set", "safety.bad-rows=50%");
    JsonNode before = json();
    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(first.out().lines())
        .noneMatch(line -> line.startsWith("=") || line.contains(",=") || line.contains(",-"));

    bench.write("people.csv", first.out()).rules("");
    bench.write(
        "job.yaml", bench.jobText().replaceAll("(?s)    columns:.*left: \\[left\\] }\n", ""));

    assertThat(desired(json())).isEqualTo(desired(before));
    assertThat(json().path("held").findValuesAsString("email"))
        .isEqualTo(before.path("held").findValuesAsString("email"))
        .containsExactly("ida@example.com");
  }

  @Test
  void whoStartsLaterStartsLaterInTheCsvToo() {
    bench.write(
        "people.csv",
        "Email,Name,Hire Date,DEV role\nana@example.com,Ana,2999-03-31,Member\n"
            + "bob@example.com,Bob,31.03.2020,Member\n");
    bench.write(
        "job.yaml", bench.jobText().replaceAll("(?s)    columns:.*left: \\[left\\] }\n", ""));
    JsonNode before = json();

    bench.write("people.csv", bench.run("roster", "--format", "csv").out());

    assertThat(before.path("counts").path("future").asInt()).isEqualTo(1);
    assertThat(desired(json())).isEqualTo(desired(before));
  }

  @Test
  void needsNoToken() {
    bench.tokens("tokens: { dev: \"${env:NOT_SET_ANYWHERE}\", prod: \"${file:/nowhere}\" }");

    Ran ran = bench.run("roster");
    Ran validate = bench.run("validate");
    Ran plan = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("dev Member, prod Member");
    assertThat(ran.err()).contains("NOT_SET_ANYWHERE");
    assertThat(validate.code()).as(validate.toString()).isZero();
    assertThat(validate.err()).contains("NOT_SET_ANYWHERE");
    assertThat(plan.code()).isEqualTo(5);
  }

  @Test
  void tooManyBadRowsEndWith5ButTheRestIsShown() {
    bench.joined("gus(at)example.com,,active,,,,", "hal(at)example.com,,active,,,,");

    Ran ran = bench.run("roster");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out()).contains("bob@example.com");
    assertThat(ran.err()).contains("more than bad-rows allows");
  }

  @Test
  void aRuleOnAColumnThatIsNotThereEndsEverythingBeforeAnyRequest() {
    bench.rules(
        """
        rules:
          - name: Finance
            when: person.departmnt == "Finance" || person.statuss == "x"
            grant: { groups: [Ops] }
        """);

    for (String command : List.of("validate", "roster", "plan")) {
      Ran ran = bench.run(command);
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.all())
          .containsPattern("job.yaml:\\d+:18: rule \"Finance\": no source has a column")
          .contains("person.statuss; did you mean \"status\"?");
      assertThat(bench.requests()).as(command).isEmpty();
    }
    Ran sync = bench.run("sync");
    assertThat(sync.code()).as(sync.toString()).isEqualTo(5);
    assertThat(bench.writes()).isEmpty();
  }

  @Test
  void aRunMapsEachRowByTheColumnsOfItsOwnSource() {
    bench.write("people.csv", Workbench.EVERYBODY);
    bench.write("more.csv", "PROD,DEV,Status,Name,Email\n,Member,active,Flo Ray,flo@example.com\n");
    bench.write(
        "job.yaml",
        bench
            .jobText()
            .replace(
                "sources:\n",
                """
                sources:
                  - name: more
                    type: csv
                    path: more.csv
                    columns: { email: Email, name: Name, status: Status, role.dev: DEV, role.prod: PROD }
                """));

    Ran ran = bench.run("sync");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("invite Flo Ray with dev Member", "Plan: 1 to invite, 0 to change, 0 to remove");
  }

  private JsonNode json() {
    return JsonMapper.shared()
        .readTree(bench.run("roster", "--format", "json", "--set", "safety.bad-rows=50%").out());
  }

  /** Everybody with status, name and rights, whatever they come from. */
  private static Map<String, List<String>> desired(JsonNode json) {
    Map<String, List<String>> people = new TreeMap<>();
    for (JsonNode person : json.path("people")) {
      List<String> told = new ArrayList<>();
      told.add(person.path("name").asString() + ", " + person.path("status").asString());
      for (JsonNode right : person.path("entitlements")) {
        told.add(right.toString().replaceAll(",\"origin\".*", ""));
      }
      people.put(person.path("email").asString(), told);
    }
    return people;
  }
}
