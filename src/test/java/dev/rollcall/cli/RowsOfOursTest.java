package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which rows are people of ours: what the others are told as, and what they stand in the way of.
 */
class RowsOfOursTest {

  private static final String HEADER = "No,Email,Name,Status,Type,DEV,PROD,Groups\n";
  private static final String STAFF =
      HEADER
          + """
          1,ana@example.com,Ana Silva,active,Office,Environment admin,Environment admin,
          2,eve@example.com,Eve Lund,active,Office,Environment admin,Environment admin,
          3,bob@example.com,Bob Roy,active,Office,Member,Member,Finance
          4,cy@example.com,Cy Moe,active,Office,Member,No access,Ops
          """;
  private static final String DEE = "5,dee@example.com,Dee Poe,active,Office,Member,No access,\n";
  private static final String PLANT =
      """
      101,,Jo Roe,Actve,Plant,,,
      102,n/a,Al Poe,active,Plant,,,
      103,lu@example.com,Lu Doe,active,Plant,Member,,
      """;

  @TempDir Path folder;
  private Workbench bench;

  @BeforeEach
  void open() {
    bench = new Workbench(folder).with("policy: { absent: suspend }");
    bench.sources(source(""));
    bench.people(STAFF + DEE);
    assertThat(bench.run("sync").code()).isZero();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void countsRowsThatWhereLeavesOutAndLetsAbsenceWork() {
    bench.sources(source("where: 'person.type != \"Plant\"'"));
    bench.people(STAFF + PLANT);
    String told =
        "hr: 3 rows left out by where: person.type != \"Plant\" ("
            + job()
            + "6:13):"
            + " people.csv:6, 7, 8";

    Ran plan = bench.run("plan");
    Ran roster = bench.run("roster");
    Ran validate = bench.run("validate");

    assertThat(plan.code()).as(plan.toString()).isZero();
    assertThat(plan.out()).contains("- dee@example.com");
    assertThat(plan.all()).containsOnlyOnce(told).doesNotContain("lu@example.com");
    assertThat(roster.all()).containsOnlyOnce(told).contains("0 rows set aside, 3 left out.");
    assertThat(validate.code()).as(validate.toString()).isZero();
    assertThat(validate.all()).containsOnlyOnce(told).contains("set 0 rows aside, left 3 out");
  }

  @Test
  void keepsTheCountInTheReport() {
    bench.sources(source("where: 'person.type != \"Plant\"'"));
    bench.people(STAFF + DEE + PLANT);

    assertThat(bench.run("sync").code()).isZero();

    assertThat(bench.report().toString()).contains("hr: 3 rows left out by where:");
    assertThat(bench.run("roster", "--format", "json").out()).contains("\"left_out_rows\" : 3");
  }

  @Test
  void explainsWhoIsLeftOut() {
    bench.sources(source("where: 'person.type != \"Plant\"'"));
    bench.people(STAFF + DEE + PLANT);

    Ran ran = bench.run("explain", "lu@example.com");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out())
        .contains("people.csv:9  [source hr]")
        .contains("Type: Plant")
        .contains("left out by where: person.type != \"Plant\" (" + job() + "6:13)");
    assertThat(bench.run("explain", "lu@example.com", "--format", "json").out())
        .contains("\"left_out\" : \"left out by where:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "where: 'person.type !='              | 6:2 | the condition ends too early",
        "where: 'person.type'                 | 6:1 | the condition is a text, not true or false",
        "where: 'person.typ != \"Plant\"'     | 6:20 | there is no column for person.typ; did you mean \"type\"?",
        "where: ''                            | 6: | has no where",
        "where: [a]                           | 6:1 | where",
        "wher: 'true'                         | 6:5 | did you mean \"where\"?",
        "without-address: ignored             | 6:2 | did you mean \"ignore\"?"
      })
  void refusesWhatSaysNothing(String line, String place, String message) {
    bench.sources(source(line));

    for (String command : new String[] {"validate", "plan"}) {
      Ran ran = bench.run(command);
      assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
      assertThat(ran.all()).contains("job.yaml:" + place).contains(message);
    }
  }

  @Test
  void refusesASourceOfWhichNoRowCounts() {
    bench.sources(source("where: 'person.type == \"Nobody\"'"));

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.all())
        .contains("hr: not one of its rows counts")
        .contains("left out by where:")
        .contains("an empty roster never means to remove all");
  }

  @Test
  void tellsOnceOfRowsWithoutAnAddressAndHoldsAbsence() {
    bench.people(STAFF + "101,,Jo Roe,active,Plant,,,\n102,,Al Poe,active,Plant,,,\n");

    Ran ran = bench.run("plan");

    assertThat(ran.all())
        .containsOnlyOnce(
            "the e-mail address is blank (2 rows: people.csv:6, 7); write it, or say that such rows"
                + " are nobody of yours: without-address: ignore, or where:")
        .doesNotContain("- dee@example.com");
  }

  @Test
  void ignoresRowsWithoutAnAddressWhereTheSourceSaysSo() {
    bench.sources(source("without-address: ignore"));
    bench.people(STAFF + "101,,Jo Roe,Actve,Plant,,,\n102,-,Al Poe,active,Plant,,,\n");

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("- dee@example.com");
    assertThat(ran.all())
        .containsOnlyOnce(
            "hr: 2 rows without an address left out, as without-address: ignore says:"
                + " people.csv:6, 7");
  }

  @Test
  void doesNotTakeManyRowsWithoutAnAddressForASpoiledFile() {
    StringBuilder plant = new StringBuilder(STAFF + DEE);
    for (int i = 0; i < 20; i++) {
      plant.append(200 + i).append(",,Plant Worker,active,Plant,,,\n");
    }
    bench.people(plant.toString());

    assertThat(bench.run("plan").code()).isEqualTo(3);
    assertThat(bench.run("sync").code()).isEqualTo(3);

    bench.with("safety: { bad-rows: 0% }");
    assertThat(bench.run("plan").code()).isEqualTo(5);
  }

  @Test
  void takesTheLastLineForNobody() {
    bench.people(STAFF + "\"4 records found\",,,,,,,\n");

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("- dee@example.com");
    assertThat(ran.all())
        .containsOnlyOnce(
            "people.csv: the last line is no person: \"4 records found\" (people.csv:6)");
  }

  @Test
  void takesTheLastLinesOfASheetForNobody() throws IOException {
    bench.sources(source("").replace("type: csv", "type: excel").replace(".csv", ".xlsx"));
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("people.xlsx"))) {
      Sheet sheet = workbook.createSheet("People");
      for (String line : STAFF.split("\n")) {
        put(sheet, sheet.getPhysicalNumberOfRows(), line.split(",", -1));
      }
      put(sheet, 7, "Total employees", "", "", "4");
      put(sheet, 9, "Printed by Ana Silva on 1 July 2026");
      sheet.addMergedRegion(new CellRangeAddress(9, 9, 0, 6));
      workbook.write(out);
    }

    Ran ran = bench.run("plan");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.out()).contains("- dee@example.com");
    assertThat(ran.all())
        .containsOnlyOnce(
            "people.xlsx!People: the last 2 lines are no person: \"Total employees 4\", \"Printed by"
                + " Ana Silva on 1 July 2026\" (people.xlsx!People!8, 10)");
  }

  private static void put(Sheet sheet, int at, String... cells) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  @Test
  void leavesOutTheAssignmentsOfWhoeverIsLeftOut() {
    bench.sources(
        """
        sources:
          - name: hr
            type: csv
            path: people.csv
            where: 'person.type != "Plant"'
            columns: { email: Email, name: Name, status: Status }
            assignments: { path: roles.csv, key: "No" }
        """);
    bench.people(STAFF + DEE + PLANT);
    bench.write(
        "roles.csv",
        "No,Kind,Target,Environment,Role\n3,group,Finance,,\n103,group,Ops,,\n101,group,Ops,,\n");

    Ran ran = bench.run("roster");

    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.all())
        .contains("hr.assignments: 2 rows of people whose own rows are left out: roles.csv:3, 4")
        .contains("group Finance")
        .contains("0 rows set aside, 5 left out")
        .doesNotContain("group Ops");
  }

  @Test
  void takesWhoIsAwayBetweenTwoContractsOutAndInAgain() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    bench.sources(
        source("").replace("status: Status", "status: Status, starts-on: From, ends-on: Until"));
    bench.people(
        """
        No,Email,Name,Status,From,Until,DEV,PROD,Groups
        1,ana@example.com,Ana Silva,active,,,Environment admin,Environment admin,
        2,eve@example.com,Eve Lund,active,,,Environment admin,Environment admin,
        3,bob@example.com,Bob Roy,active,,,Member,Member,Finance
        4,cy@example.com,Cy Moe,left,2020-01-01,%s,Member,No access,Ops
        4,cy@example.com,Cy Moe,active,%s,,Member,No access,Finance
        5,dee@example.com,Dee Poe,active,2020-01-01,%s,Member,No access,
        5,dee@example.com,Dee Poe,active,%s,,Member,No access,
        """
            .formatted(
                today.minusDays(3), today.plusDays(20), today.plusDays(5), today.plusDays(30)));
    String back = "starts again on " + today.plusDays(20);

    Ran gone = bench.run("sync");
    Ran explained = bench.run("explain", "cy@example.com");
    bench.advance(Duration.ofDays(10));
    Ran deeGone = bench.run("sync");
    bench.advance(Duration.ofDays(10));
    Ran returned = bench.run("sync");
    Ran quiet = bench.run("plan");

    assertThat(gone.code()).as(gone.toString()).isZero();
    assertThat(gone.out()).contains("- cy@example.com").contains("suspend").contains(back);
    assertThat(gone.out()).doesNotContain("- dee@example.com");
    assertThat(explained.out()).contains("Has left: ").contains("; " + back + ", and is away");
    assertThat(deeGone.out()).contains("- dee@example.com").doesNotContain("~ cy@example.com");
    assertThat(returned.code()).as(returned.toString()).isZero();
    assertThat(returned.out()).contains("cy@example.com").contains("reinstate");
    assertThat(bench.sandbox.requests().toString()).doesNotContain("invitations");
    assertThat(quiet.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove, 5 unchanged.");
  }

  private String job() {
    return bench.job + ":";
  }

  private static String source(String more) {
    return """
        sources:
          - name: hr
            type: csv
            path: people.csv
            %s
            columns: { employee-id: "No", email: Email, name: Name, status: Status, role.dev: DEV, role.prod: PROD, groups: Groups }
            status: { active: [active], left: [left] }
        """
        .formatted(more);
  }
}
