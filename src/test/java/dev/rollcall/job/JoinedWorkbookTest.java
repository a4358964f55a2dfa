package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.job.ReadRosters.Read;
import dev.rollcall.job.spec.JobFile;
import dev.rollcall.planning.RejectsWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook with people on one sheet and what they are to hold on another. */
class JoinedWorkbookTest {

  private static final String SOURCE =
      "name: hr, type: excel, path: 'exports/*.xlsx', sheet: People,"
          + " assignments: { sheet: Roles, key: employee-id }";

  @TempDir Path folder;
  private ReadRosters rosters;

  @BeforeEach
  void write() throws IOException {
    rosters = new ReadRosters(folder);
    Files.createDirectories(folder.resolve("exports"));
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(folder.resolve("exports/people.xlsx"))) {
      fill(
          book.createSheet("People"),
          "Employee ID,Email",
          "E1,ana@example.com",
          "E2,bob@example.com");
      fill(
          book.createSheet("Roles"),
          "Assignments as of July",
          "Employee ID,Kind,Target,Environment,Role",
          "E1,role,,dev,Member",
          "E2,gruop,Ops,,",
          "E9,group,Ops,,");
      book.write(out);
    }
    Files.writeString(folder.resolve("exports/~$people.xlsx"), "a lock");
  }

  @Test
  void joinsTheSheetsOfTheWorkbookThatIsThere() {
    Read read = rosters.read(SOURCE);

    assertThat(read.person("ana")).isEqualTo("ACTIVE dev Member");
    assertThat(read.held()).containsExactly("bob");
    assertThat(read.problems())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("exports/people.xlsx!Roles!B4: \"gruop\""),
            second -> assertThat(second).startsWith("exports/people.xlsx!Roles!A5: nobody in hr"));
    assertThat(read.remarks()).anyMatch(remark -> remark.contains("the only file matching"));
  }

  @Test
  void handsAssignmentsBackInTheirOwnSheet() throws IOException {
    String one = SOURCE.replace("'exports/*.xlsx'", "exports/people.xlsx");
    Read read = rosters.read(one);
    JobFile job = JobFiles.read(rosters.job(one));
    Path back = Files.createDirectories(folder.resolve("back"));

    List<Path> written = new RejectsWriter(back, job).write(read.gathered().rejects());

    assertThat(written).containsExactly(back.resolve("rejects.xlsx"));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(written.get(0)))) {
      assertThat(book.getSheet("Roles").getLastRowNum()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void handsRowsOfAChosenWorkbookBackAsText() throws IOException {
    Read read = rosters.read(SOURCE);
    JobFile job = JobFiles.read(rosters.job(SOURCE));
    Path back = Files.createDirectories(folder.resolve("back"));

    List<Path> written = new RejectsWriter(back, job).write(read.gathered().rejects());

    assertThat(written).containsExactly(back.resolve("rejects.csv"));
    assertThat(Files.readString(written.get(0))).contains("gruop", "E9");
  }

  private static void fill(Sheet sheet, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      Row row = sheet.createRow(i);
      String[] cells = lines[i].split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        row.createCell(column).setCellValue(cells[column]);
      }
    }
  }
}
