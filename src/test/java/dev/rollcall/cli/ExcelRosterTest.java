package dev.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
  void problemsNameTheCell() throws IOException {
    write("people.xlsx");

    Ran ran = Shell.run("validate", folder.resolve("jobs").resolve(job("people.xlsx")).toString());

    assertThat(ran.out() + ran.err()).containsPattern("people\\.xlsx!Active people![A-N]\\d+: ");
  }

  @Test
  void rejectedRowsComeHomeAsAWorkbook() throws IOException {
    write("people.xlsx");

    Ran ran = Shell.run("sync", folder.resolve("jobs").resolve(job("people.xlsx")).toString());

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

    Ran ran = Shell.run("plan", folder.resolve("jobs").resolve(job("people.xlsx")).toString());

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.out() + ran.err())
        .contains("this is no Excel workbook but text, such as CSV; use type: csv")
        .doesNotContain("\tat ")
        .doesNotContain("log4j");
  }

  private String job(String file) throws IOException {
    String yaml = Files.readString(folder.resolve("jobs/quickstart.yaml"));
    String name = "from-" + file + ".yaml";
    Files.writeString(
        folder.resolve("jobs").resolve(name),
        yaml.replace("type: csv", "type: excel").replace("people.csv\n", file + "\n"));
    return name;
  }

  private void write(String file) throws IOException {
    RosterForms.read(folder.resolve("sample-data/people.csv"))
        .workbook(
            folder.resolve("sample-data").resolve(file),
            new XSSFWorkbook(),
            RosterForms.Dates.AS_DATES);
  }
}
