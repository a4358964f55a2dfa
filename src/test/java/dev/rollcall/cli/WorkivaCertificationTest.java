package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.InjectedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group that a certification uses: said as long as it is not as the rosters say. */
class WorkivaCertificationTest {

  private static final String STRICT = "safety.certification-groups=strict";
  private static final String GROUPS =
      "groups={FY26 / Controllers: { used-by: Q4 certification, needed-by: %s },"
          + " FY26 / Certifiers: {}}";
  @TempDir Path folder;
  private AuditFirm firm;

  @BeforeEach
  void begin() {
    firm = new AuditFirm(folder);
  }

  @AfterEach
  void end() {
    firm.close();
  }

  /** Cy goes out of the group, Ana and New come in. */
  private Ran run(String command, String... more) {
    String groups = GROUPS.formatted(LocalDate.now(ZoneOffset.UTC).plusYears(2));
    return firm.run(
        command,
        Stream.concat(
                Stream.of("--no-color", "--set", groups, "--set", "report.folder=" + reports()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Path reports() {
    return folder.resolve("reports");
  }

  private String report(String name) throws IOException {
    try (Stream<Path> runs = Files.list(reports())) {
      return Files.readString(
          runs.filter(Files::isDirectory)
              .max(Comparator.comparing(run -> run.getFileName().toString()))
              .orElseThrow()
              .resolve(name));
    }
  }

  private static String one(Ran ran) {
    return ran.out()
        .lines()
        .filter(line -> line.contains("is used by"))
        .findFirst()
        .orElse("nothing is said");
  }

  @ParameterizedTest
  @CsvSource({
    "-30,30 days ago",
    "-1,yesterday",
    "0,today",
    "1,tomorrow",
    "2,2 days",
    "400,400 days"
  })
  void theDaysThatAreLeftAreSaid(int days, String said) throws IOException {
    Files.copy(
        Path.of("sample-data/audit-organization.json"), folder.resolve("organization-2.json"));
    // The stand-in's clock stands at this day.
    LocalDate day = LocalDate.of(2026, 11, 30).plusDays(days);

    Ran plan =
        firm.run(
            "plan",
            "--no-color",
            "--set",
            "target={type: sandbox, vendor: workiva, seed: organization-2.json}",
            "--set",
            "groups={Certification / Q4 certifiers: {used-by: Audit, needed-by: %s}}"
                .formatted(day),
            "--set",
            "rules=[{name: R, when: 'true', grant: {groups: [Certification / Q4 certifiers]}}]",
            "--set",
            "safety.bad-rows=100%");

    assertThat(one(plan)).as(plan.out() + plan.err()).contains("needed by " + day + " (" + said);
  }

  @Test
  void onceAllIsDoneAndSeenNothingIsSaid() throws IOException {
    assertThat(one(run("plan"))).contains("2 to add, 1 to take out").doesNotContain("of these");

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isZero();
    assertThat(one(sync)).isEqualTo("nothing is said");
    assertThat(report("report.json")).doesNotContain("certification_group");
    assertThat(run("sync", "--set", STRICT).code()).isZero();
  }

  @Test
  void whatIsHeldBackIsSaidInEveryReportAndEndsWithFour() throws IOException {
    Ran plan = run("plan", "--set", STRICT);
    assertThat(plan.code()).isEqualTo(4);
    assertThat(one(plan)).contains("of these 3 held back");

    Ran sync = run("sync", "--set", STRICT);

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(4);
    assertThat(one(sync)).contains("2 to add, 1 to take out", "of these 3 held back");
    assertThat(report("report.json")).contains("of these 3 held back", "certification-groups");
    assertThat(report("report.html")).contains("of these 3 held back");
    assertThat(report("operations.csv")).contains("held");
    Ran rerun = run("rerun");
    assertThat(rerun.out()).as(rerun.out() + rerun.err()).contains("certification-groups");
    assertThat(firm.state()).doesNotContain("new@example.com in Controllers");
    Ran allowed = run("sync", "--set", STRICT, "--allow", "certification-groups=3");
    assertThat(allowed.code()).as(allowed.out() + allowed.err()).isZero();
    assertThat(one(allowed)).isEqualTo("nothing is said");
  }

  @Test
  void whatWasRefusedIsSaid() {
    firm.organization.fail(
        new InjectedFault(
            "POST",
            "/organizations/:id/workspaces/:id/groups/:id/members/modification",
            "",
            1,
            4,
            InjectedFault.Effect.STATUS,
            400,
            Map.of(),
            Optional.empty(),
            Duration.ZERO));

    Ran sync = run("sync");

    assertThat(sync.code()).as(sync.out() + sync.err()).isEqualTo(3);
    assertThat(one(sync)).contains("2 to add, 1 to take out", "of these 1 done, 2 refused");
    Ran rerun = run("rerun");
    assertThat(rerun.code()).as(rerun.out() + rerun.err()).isZero();
    assertThat(one(rerun)).isEqualTo("nothing is said");
  }

  @Test
  void aGroupThatCouldNotBeReadIsNotKnownToBeRight() {
    firm.turned("group-member-ids", "others");

    String bad = "safety.bad-rows=100%";

    Ran plan = run("plan", "--set", bad);
    assertThat(one(plan)).contains("could not be read whole, so nobody knows");
    Ran strict = run("sync", "--set", bad, "--set", STRICT);

    assertThat(strict.code()).as(strict.out() + strict.err()).isEqualTo(4);
    assertThat(strict.out())
        .contains("1 such group is not made right by it", "--allow certification-groups=1");
    assertThat(
            run("plan", "--set", bad, "--set", STRICT, "--allow", "certification-groups=1").out())
        .doesNotContain("not made right by it");
  }

  @Test
  void aGroupOfWhichTheRunDoesNotDoAllIsSaidToBeWrong() {
    Ran plan = run("plan", "--no-removals");
    assertThat(plan.out()).as(plan.out()).contains("2 to add, 0 to take out");
    assertThat(plan.out()).contains("this run does nothing about it: cy@example.com");

    Ran limited = run("plan", "--only", "ana@example.com", "--set", STRICT);

    assertThat(limited.out())
        .contains("this run does nothing about it: cy@example.com, new@example.com")
        .contains("and 1 such group is not made right by it");
  }

  @Test
  void whoIsInTheGroupAndInNoRosterIsSaid() {
    firm.roster(firm.roster().replaceAll("cy@example.com.*\n", ""));

    assertThat(run("plan", "--set", "policy.absent=report").out())
        .contains("this run does nothing about it: cy@example.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {needed-by: 2027-01-10}                                | needed-by stands without used-by
          {used-by: Q4, needed-by: soon}                         | must be a day such as 2027-01-10, not "soon"
          {used-by: Q4, needed-by: 2027-02-30}                   | must be a day such as 2027-01-10, not "2027-02-30"
          {used-by: Q4, needed-by: 10.01.2027}                   | must be a day such as 2027-01-10, not "10.01.2027"
          {used-by: ""}                                          | used-by must be a text, not ""; it must not be blank
          {used-by: Q4, absent: true}                            | absent stands beside
          """)
  void whatCannotBeMeantIsSaid(String group, String said) {
    Ran plan = firm.run("plan", "--set", "groups={FY26 / Controllers: " + group + "}");

    assertThat(plan.code()).isEqualTo(5);
    assertThat(plan.err()).contains(said);
  }

  @Test
  void aGroupThatIsNamedTwiceIsSaid() {
    Ran plan =
        firm.run(
            "plan",
            "--set",
            "groups={FY26 / Controllers: {used-by: Q4}, fy26/controllers: {used-by: Q3}}");

    assertThat(plan.code()).as(plan.out() + plan.err()).isEqualTo(5);
    assertThat(plan.err())
        .contains("\"FY26 / Controllers\" and \"fy26/controllers\" are one group; name it once");
  }

  @Test
  void aCertificationWithoutADayIsSaidWithoutOne() {
    Ran plan =
        firm.run("plan", "--no-color", "--set", "groups={FY26 / Controllers: {used-by: Q4}}");

    assertThat(one(plan)).contains("is used by Q4, and is not as the rosters say");
  }
}
