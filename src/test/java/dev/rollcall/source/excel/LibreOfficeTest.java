package dev.rollcall.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.testing.Given;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that LibreOffice wrote; {@code src/test/fixtures/libreoffice.sh} makes them. */
class LibreOfficeTest {

  private static final Path FOLDER = Path.of("src/test/resources/excel");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "libreoffice.xlsx",
        "libreoffice.xlsm",
        "libreoffice-1904.xlsx",
      })
  void readsWhatLibreOfficeWrites(String file) {
    try (Source.Rows rows = new ExcelSource(Given.excel("hr", FOLDER.resolve(file))).open()) {
      assertThat(rows.place().label()).isEqualTo(file + "!People");
      assertThat(rows.place().columns())
          .containsExactly("Email", "Id", "Since", "Admin", "Department", "Score");
      Row ana = rows.next();
      assertThat(ana)
          .isEqualTo(
              new Row(
                  4, List.of("ana@example.com", "00042", "2026-07-01", "TRUE", "Finance", "42")));
      Row bo = rows.next();
      assertThat(bo.cells())
          .containsExactly(
              "bo@example.com", "123456789012", "2026-07-02", "FALSE", "Finance", "#DIV/0!");
      assertThat(bo.flaws()).extracting(CellFlaw::column).containsExactly(5);
      assertThat(rows.next()).isNull();
      assertThat(rows.remarks())
          .containsExactly(
              file + "!People: the header is taken from row 3",
              file + "!People: row 5 is hidden, and is read",
              file + "!People: merged cells count for each of their rows, the first are E4:E5");
    }
  }

  /** In this format it saves 0 in place of the text that a formula gives. */
  @Test
  void rejectsTextsThatLibreOfficeDidNotSave() {
    ExcelSettings settings = Given.excel("hr", FOLDER.resolve("libreoffice.xls"));

    try (Source.Rows rows = new ExcelSource(settings).open()) {
      assertThat(rows.next().cells())
          .containsExactly("ana@example.com", "00042", "2026-07-01", "TRUE", "Finance", "42");
      Row bo = rows.next();
      assertThat(bo.cells())
          .containsExactly("", "123456789012", "2026-07-02", "FALSE", "Finance", "#DIV/0!");
      assertThat(bo.flaws().get(0).what()).isEqualTo("holds a formula without a result");
    }
  }

  @Test
  void tellsFormulasThatGiveTexts() {
    assertThat(List.of("A1&\"x\"", "LOWER(A1&B1)", "(A1)&B1")).allMatch(TextFormula::is);
    assertThat(List.of("6*7", "LEN(A1&B1)", "A1&B1=\"x\"", "\"&\"=A1", "IF(A1&B1=\"\",0,1)"))
        .noneMatch(TextFormula::is);
  }

  @Test
  void namesItsOwnFormatWithWhatToDo() {
    ExcelSettings settings = Given.excel("hr", FOLDER.resolve("libreoffice.ods"));

    assertThatThrownBy(() -> new ExcelSource(settings).open())
        .hasMessage(
            "libreoffice.ods: this is no Excel workbook but an OpenDocument spreadsheet (.ods);"
                + " open it in LibreOffice and save it as .xlsx");
  }
}
