package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample company's people in a workbook instead of a text file. */
class ExcelRosterTest {

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    SampleCompany.copyTo(folder);
  }

  @Test
  void theSamePeopleGiveTheSamePlan() throws IOException {
    String fromCsv = plan("quickstart.yaml");
    write(new XSSFWorkbook(), "people.xlsx");
    write(new HSSFWorkbook(), "people.xls");

    assertThat(plan(job("people.xlsx", ""))).isEqualTo(fromCsv).contains("Plan: 10 to invite");
    assertThat(plan(job("people.xls", "    sheet: 2\n    header-row: 3\n"))).isEqualTo(fromCsv);
  }

  @Test
  void problemsNameTheCell() throws IOException {
    write(new XSSFWorkbook(), "people.xlsx");

    Ran ran =
        Shell.run("validate", folder.resolve("jobs").resolve(job("people.xlsx", "")).toString());

    assertThat(ran.out() + ran.err()).containsPattern("people\\.xlsx!Active people![A-N]\\d+: ");
  }

  @Test
  void rejectedRowsComeHomeAsAWorkbook() throws IOException {
    write(new XSSFWorkbook(), "people.xlsx");

    Ran ran = Shell.run("sync", folder.resolve("jobs").resolve(job("people.xlsx", "")).toString());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
    try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
      Path rejects = files.filter(file -> file.endsWith("rejects.xlsx")).findFirst().orElseThrow();
      try (Workbook back = WorkbookFactory.create(rejects.toFile(), null, true)) {
        assertThat(back.getSheetName(0)).isEqualTo("Active people");
        assertThat(back.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
            .isEqualTo("Rollcall reason");
      }
    }
  }

  @Test
  void aWorkbookThatIsNoneEndsWithFiveAndOneLine() throws IOException {
    Files.copy(folder.resolve("sample-data/people.csv"), folder.resolve("sample-data/people.xlsx"));

    Ran ran = Shell.run("plan", folder.resolve("jobs").resolve(job("people.xlsx", "")).toString());

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out() + ran.err())
        .contains("this is no Excel workbook but text, such as CSV; use type: csv")
        .doesNotContain("\tat ")
        .doesNotContain("log4j");
  }

  /** The plan, without the places its statements come from and what each source has to say. */
  private String plan(String job) {
    Ran ran = Shell.run("plan", "--verbose", folder.resolve("jobs").resolve(job).toString());
    assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
    return ran.out()
        .replaceAll("people\\.(csv:\\d+( \\([^)]*\\))?|xlsx?!Active people!([A-Z]+)?\\d+)", "HERE")
        .replaceAll("(?m)^.*people\\.xlsx?!Active people: .*\\R", "")
        .replaceAll("jobs/[\\w.-]+\\.yaml:\\d+", "JOB")
        .replaceAll("planned .* UTC", "planned")
        .replaceAll("\\d+ noticed while reading", "noticed");
  }

  private String job(String file, String more) throws IOException {
    String yaml = Files.readString(folder.resolve("jobs/quickstart.yaml"));
    String name = "from-" + file + ".yaml";
    Files.writeString(
        folder.resolve("jobs").resolve(name),
        yaml.replace("type: csv", "type: excel").replace("people.csv\n", file + "\n" + more));
    return name;
  }

  /** A sheet behind another, with a title; dates are dates. */
  private void write(Workbook workbook, String file) throws IOException {
    try (workbook;
        Reader in = Files.newBufferedReader(folder.resolve("sample-data/people.csv"));
        CSVParser csv = CSVParser.parse(in, CSVFormat.DEFAULT);
        OutputStream out = Files.newOutputStream(folder.resolve("sample-data").resolve(file))) {
      workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("from HR");
      Sheet sheet = workbook.createSheet("Active people");
      sheet.createRow(0).createCell(0).setCellValue("Everybody");
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      int at = 2;
      for (CSVRecord record : csv) {
        fill(sheet.createRow(at++), record.toList(), day);
      }
      workbook.write(out);
    }
  }

  private static void fill(Row row, List<String> cells, CellStyle day) {
    for (int column = 0; column < cells.size(); column++) {
      String text = cells.get(column);
      if (text.matches("\\d{4}-\\d\\d-\\d\\d") && LocalDate.parse(text).getYear() >= 1900) {
        row.createCell(column).setCellValue(LocalDate.parse(text));
        row.getCell(column).setCellStyle(day);
      } else if (!text.isEmpty()) {
        row.createCell(column).setCellValue(text);
      }
    }
  }
}
