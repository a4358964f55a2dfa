package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.sandbox.SeedMember;
import dev.rollcall.security.SheetCells;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer has marked to be removed becomes a plan, and nothing else does. */
class DecidedReviewTest {

  @TempDir Path folder;
  private Workbench bench;
  private Path sheet;
  private Path plan;

  @BeforeEach
  void review() {
    bench =
        new Workbench(
            folder,
            seed ->
                seed.groupProject("Ops", "Close@dev", "Builder")
                    .member(
                        SeedMember.of(
                                "zoe@example.com", "Zoe", Map.of("dev", "Member", "prod", "Member"))
                            .on("Billing@prod", "Builder"))
                    .member(
                        SeedMember.of("yan@example.com", "Yan", Map.of("dev", "Member")).in("Ops"))
                    .member(SeedMember.of("guest@example.net", "Guest", Map.of("dev", "Member"))));
    bench.with("scope: { emails: [\"*@example.com\"] }\nsafety: { removals: { count: 1 } }");
    sheet = folder.resolve("review.xlsx");
    plan = folder.resolve("plan.json");
    assertThat(bench.run("review", "--out=" + sheet).code()).isZero();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void whatIsMarkedBecomesAPlanWhichIsAppliedOnce() {
    mark("zoe@example.com", "Billing@prod", "Remove ");
    mark("group Ops", "Close@dev", "remove");
    mark("bob@example.com", "dev", "keep");

    Ran planned = planned();

    assertThat(planned.code()).as(planned.toString()).isZero();
    assertThat(planned.out())
        .contains("- Billing@prod Builder  [review, decided in a review of access:")
        .contains("- Close@dev Builder")
        .contains("Plan: 0 to invite, 1 to change, 0 to remove");
    bench.forget();
    Ran applied = applied();
    assertThat(applied.code()).as(applied.toString()).isZero();
    assertThat(bench.writes()).containsOnly("DELETE /api/project_grants/:id").hasSize(2);
    assertThat(applied.out()).contains("Applied 2 of 2, verified 2 of 2.");
    assertThat(applied().code()).isEqualTo(7);
    assertThat(bench.run("plan", "--detailed-exitcode").code()).isZero();
    Ran again = planned();
    assertThat(again.out())
        .contains("\"Billing@prod Builder\" of zoe@example.com is not held any more");
    assertThat(again.out()).contains("Plan: 0 to invite, 0 to change, 0 to remove");
  }

  @Test
  void anAccountGoesAsThatOfALeaver() {
    mark("yan@example.com", "Acme", "remove");
    mark("yan@example.com", "dev", "remove");

    assertThat(planned().out())
        .contains("- suspend, taking dev Member", "- group Ops", "1 to remove");
    assertThat(applied().code()).isZero();
    assertThat(planned().out()).contains("yan@example.com has no access any more");
  }

  @Test
  void allSafetyRulesJudgeIt() {
    mark("yan@example.com", "Acme", "remove");
    mark("zoe@example.com", "Acme", "remove");

    Ran held = planned();

    assertThat(held.code()).as(held.toString()).isEqualTo(4);
    assertThat(held.out()).contains("removals: 2 people");
    bench.forget();
    assertThat(applied().code()).isEqualTo(4);
    assertThat(bench.writes()).isEmpty();
    assertThat(
            bench.run("review", "--decided=" + sheet, "--allow=removals=2", "--out=" + plan).code())
        .isZero();
    assertThat(applied().code()).isZero();
  }

  @Test
  void whatTheRecordsAskForIsToldToComeBack() {
    mark("bob@example.com", "Billing@dev", "remove");

    Ran planned = planned();

    assertThat(planned.code()).isZero();
    assertThat(planned.out())
        .contains(
            "\"Billing@dev Builder\" of bob@example.com is removed, but people.csv:4 (Projects) asks"
                + " for it: unless that is changed, the next sync gives it back");
  }

  @Test
  void linesThatCannotBeDoneAreAllRefusedAtOnceAndNothingIsWritten() {
    mark("bob@example.com", "dev", "maybe");
    mark("yan@example.com", "Close@dev", "remove");
    mark("guest@example.net", "dev", "remove");
    edit("zoe@example.com", "prod", row -> cell(row, "Level").setCellValue("Environment admin"));
    mark("zoe@example.com", "prod", "remove");
    edit("cy@example.com", "dev", row -> cell(row, "Decision").setCellFormula("\"rem\"&\"ove\""));
    edit("ana@example.com", "prod", row -> cell(row, "Who").setCellFormula("\"zoe@example.com\""));
    mark("eve@example.com", "prod", "remove");

    Ran byWords = planned();

    assertThat(byWords.code()).as(byWords.toString()).isEqualTo(5);
    assertThat(byWords.complaints())
        .anyMatch(line -> line.contains("\"maybe\" is no decision"))
        .anyMatch(line -> line.contains("formula"));
    mark("bob@example.com", "dev", "");
    edit("cy@example.com", "dev", row -> cell(row, "Decision").setBlank());

    Ran byLines = planned();

    assertThat(byLines.code()).as(byLines.toString()).isEqualTo(5);
    assertThat(byLines.complaints())
        .anyMatch(line -> line.contains("comes through group Ops"))
        .anyMatch(line -> line.contains("guest@example.net is not this job's to change"))
        .anyMatch(
            line ->
                line.contains("\"prod Environment admin\" of zoe@example.com is not as the review"))
        .hasSize(3);
    assertThat(plan).doesNotExist();
  }

  @Test
  void aFormulaWithAResultIsNotBelievedEither() throws IOException {
    edit(
        "zoe@example.com",
        "prod",
        row -> {
          cell(row, "Decision").setCellFormula("\"remove\"");
          row.getSheet()
              .getWorkbook()
              .getCreationHelper()
              .createFormulaEvaluator()
              .evaluateFormulaCell(cell(row, "Decision"));
        });

    Ran ran = planned();

    assertThat(ran.code()).as(ran.toString()).isEqualTo(5);
    assertThat(ran.complaints()).singleElement().asString().contains("the cell holds a formula");
    assertThat(plan).doesNotExist();
  }

  @Test
  void aSheetOfAnotherJobOrWithoutItsColumnsIsNone() throws IOException {
    mark("zoe@example.com", "prod", "remove");
    bench.write("job.yaml", bench.jobText().replace("name: small", "name: other"));
    assertThat(planned().complaints()).singleElement().asString().contains("or is of another job");

    Path csv = Files.writeString(folder.resolve("x.csv"), "Who,Decision\nzoe@example.com,remove\n");
    Ran ran = bench.run("review", "--decided=" + csv);
    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).contains("there is no column \"Line\"");
    assertThat(bench.run("review", "--decided=" + folder.resolve("none.xlsx")).code()).isEqualTo(5);
    assertThat(bench.run("review", "--decided=" + sheet, "--out=" + sheet).err())
        .contains("let its name end with .json");
  }

  @Test
  void aCsvIsAcceptedAsWell() throws IOException {
    Path csv = folder.resolve("review.csv");
    assertThat(bench.run("review", "--out=" + csv).code()).isZero();
    List<String> lines =
        Files.readAllLines(csv).stream()
            .map(
                line ->
                    line.startsWith("zoe@example.com,Zoe,member,environment role,prod")
                        ? line.replaceFirst("in no roster,,", "in no roster,remove,")
                        : line)
            .toList();
    Files.write(csv, lines);

    Ran ran = bench.run("review", "--decided=" + csv, "--out=" + plan);

    assertThat(ran.out()).as(ran.toString()).contains("- prod Member", "1 to change");
    assertThat(SheetCells.read("zoe@example.com")).isEqualTo("zoe@example.com");
  }

  @Test
  void whatHasMovedSinceThePlanIsSetAside() {
    mark("zoe@example.com", "Billing@prod", "remove");
    mark("zoe@example.com", "prod", "remove");
    planned();
    Path first = folder.resolve("first.json");
    assertThat(plan.toFile().renameTo(first.toFile())).isTrue();
    mark("zoe@example.com", "prod", "");
    planned();
    assertThat(applied().code()).isZero();
    bench.forget();

    Ran ran = Shell.run("apply", first.toString(), bench.job.toString());

    assertThat(ran.out()).as(ran.toString()).contains("was so already").contains("prod Member");
    assertThat(bench.writes()).containsExactly("PUT /api/members/:id");
  }

  @Test
  void nothingIsEverGivenByAPlanOfAReviewAndNobodyOutOfScopeLosesAnything() {
    mark("zoe@example.com", "Billing@prod", "remove");
    planned();
    Forgery.of(
        plan,
        forged ->
            forged.add(
                "ADDITIONS",
                "REVIEW",
                """
                {"kind":"set","email":"zoe@example.com","after":
                  {"kind":"workato:environment","path":["dev"],"level":"Environment admin"}}
                """,
                "unknown"));
    bench.forget();
    Ran given = applied();
    assertThat(given.code()).as(given.toString()).isEqualTo(7);
    assertThat(bench.writes()).isEmpty();

    planned();
    Forgery.of(
        plan,
        forged ->
            forged.add(
                "REMOVALS",
                "LEAVER",
                """
                {"kind":"suspend","email":"guest@example.net","by":"WITHOUT_RIGHTS","before":[
                  {"kind":"workato:environment","path":["dev"],"level":"Member"}]}
                """,
                "unknown"));
    bench.forget();
    Ran foreign = applied();
    assertThat(foreign.out()).as(foreign.toString()).contains("guest@example.net");
    assertThat(bench.writes()).containsExactly("DELETE /api/project_grants/:id");
  }

  @Test
  void aPlanOfTheRecordsIsNoneOfAReviewBecauseItSaysSo() {
    bench.people(Workbench.EVERYBODY.replace("Member,No access,Ops", "Member,Member,Ops"));
    bench.run("plan", "--out=" + plan);
    Forgery.of(plan, forged -> forged.json().put("decided", true));
    bench.forget();

    assertThat(applied().code()).isEqualTo(7);
    assertThat(bench.writes()).isEmpty();
  }

  private Ran planned() {
    return bench.run("review", "--decided=" + sheet, "--out=" + plan);
  }

  private Ran applied() {
    return Shell.run("apply", plan.toString(), bench.job.toString());
  }

  private void mark(String who, String on, String decision) {
    edit(who, on, row -> cell(row, "Decision").setCellValue(decision));
  }

  private void edit(String who, String on, Consumer<Row> change) {
    try (InputStream in = Files.newInputStream(sheet);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet lines = book.getSheet("Review");
      for (Row row : lines) {
        if (cell(row, "Who").getStringCellValue().equals(who)
            && cell(row, "On").getStringCellValue().equals(on)) {
          change.accept(row);
        }
      }
      in.close();
      try (OutputStream out = Files.newOutputStream(sheet)) {
        book.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cell cell(Row row, String header) {
    for (Cell each : row.getSheet().getRow(0)) {
      if (each.getStringCellValue().equals(header)) {
        return row.getCell(each.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      }
    }
    throw new IllegalArgumentException(header);
  }
}
