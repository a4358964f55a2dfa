package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rosters that are not one file with one row a person, from the job file to the workspace. */
class ShapesTest {

  private static final String PEOPLE =
      """
      Employee ID,Email,Name,Status
      E1,ana@example.com,Ana Silva,active
      E2,eve@example.com,Eve Lund,active
      E3,bob@example.com,Bob Roy,active
      E4,cy@example.com,Cy Moe,active
      E5,dee@example.com,Dee Poe,active
      """;

  private static final String ROLES =
      """
      ID,Kind,Target,Environment,Role,Starts on,Ends on
      E1,environment role,,,Environment admin,,
      E2,environment role,,,Environment admin,,
      E3,environment role,,,Member,,
      E3,group,Finance,,,,
      E3,project,Billing,dev,Builder,,
      E4,environment role,,dev,Member,,
      E4,group,Ops,,,,
      E5,environment role,,dev,Member,,
      """;

  private static final String JOINED =
      """
      sources:
        - name: hr
          type: csv
          path: exports/people-*.csv
          assignments:
            path: roles.csv
            key: employee-id
            columns:
              employee-id: ID
              kind: Kind
              target: Target
              environment: Environment
              role: Role
              starts-on: Starts on
              ends-on: Ends on
      """;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench(folder).sources(JOINED).write("roles.csv", ROLES);
    Files.createDirectories(folder.resolve("exports"));
    bench.write("exports/people-1.csv", PEOPLE);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aWorkspaceInStepNeedsNothing() {
    Ran ran = bench.run("plan", "--detailed-exitcode", "--verbose");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("read exports/people-1.csv, the only file matching");
  }

  @Test
  void anAssignmentIsGivenAndAnotherTakenAfterItsLastDay() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    bench.write(
        "roles.csv",
        ROLES.replace("E4,group,Ops,,,,", "E4,group,Ops,,,," + today.minusDays(1))
            + "E5,group,Finance,,,,"
            + today.plusDays(3)
            + "\n"
            + "E5,group,Ops,,,"
            + today.plusDays(1)
            + ",\n"
            + "E3,environment role,,prod,Member,,"
            + today.minusDays(9)
            + "\n");

    Ran first = bench.run("sync", "--verbose");
    Ran second = bench.run("plan", "--detailed-exitcode");

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(first.out())
        .contains("- group Ops  [mover: roles.csv:8 (Ends on)]")
        .contains("+ group Finance  [mover: roles.csv:10 (Target)]")
        .contains("1 ends within the next 14 days")
        .contains(
            "dee@example.com: group Finance ends on "
                + today.plusDays(3)
                + ", the last day  [roles.csv:10 (Ends on)]")
        .contains("Plan: 0 to invite, 2 to change, 0 to remove");
    assertThat(second.code()).as(second.toString()).isZero();
    assertThat(bench.report().toString()).contains("ends_soon");
  }

  @Test
  void anEnvironmentRoleGoesAfterItsLastDayUnlessExtrasAreKept() {
    LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    bench.write(
        "roles.csv",
        ROLES.replace(
            "E3,environment role,,,Member,,",
            "E3,environment role,,dev,Member,,\nE3,environment role,,prod,Member,," + yesterday));

    Ran kept = bench.with("policy: { extra: keep }").run("plan", "--verbose");
    Ran revoked = bench.with("").run("plan", "--verbose");

    assertThat(kept.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
    assertThat(revoked.out()).contains("- prod Member  [mover: roles.csv:5 (Ends on)]");
  }

  @Test
  void validateNamesAnAssignmentOfNobody() {
    bench.write("roles.csv", ROLES + "E9,group,Ops,,,,\n");

    Ran ran = bench.run("validate");

    assertThat(ran.out() + ran.err())
        .contains("roles.csv:10 (ID): nobody in hr has the employee-id \"e9\"");
  }

  @Test
  void aListOfAssignmentsAloneAndAListOfPeopleGiveTheSame() throws Exception {
    bench.sources(
        """
        sources:
          - { name: contractors, type: csv, path: contractors.csv }
          - { name: roles, type: csv, path: roles.csv, shape: assignments }
        """);
    bench.write("contractors.csv", "Email,Dev role,Groups\ndee@example.com,Member,\n");
    bench.write(
        "roles.csv",
        """
        Email,Kind,Target,Environment,Role
        ana@example.com,role,,,Environment admin
        eve@example.com,role,,,Environment admin
        bob@example.com,role,,,Member
        bob@example.com,group,Finance,,
        bob@example.com,project,Billing,dev,Builder
        cy@example.com,role,,dev,Member
        cy@example.com,group,Ops,,
        flo@example.com,role,,dev,Member
        """);

    Ran ran = bench.run("sync", "--verbose");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("Plan: 1 to invite, 0 to change, 0 to remove");
    assertThat(bench.mails()).containsExactly("flo@example.com");
  }

  @Test
  void anUnfinishedExportIsNotTaken() {
    bench.write("exports/people-2.csv.part", "Employee ID,Email\n");

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
  }

  @Test
  void aPatternThatMatchesNothingEndsTheRun() {
    bench.sources(JOINED.replace("people-*", "staff-*"));

    Ran ran = bench.run("sync");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("exports/staff-*.csv: there is no file matching");
  }
}
