package dev.rollcall.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks as another program sees them. */
class WorkbookWriterTest {

  @Test
  void holdsEveryTextAsItWas() throws IOException {
    List<String> odd =
        List.of("<a> & \"b\"", "two\nlines", "  blanks ", "_x0041_", "", "\uD83D\uDE00");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WorkbookWriter writer = new WorkbookWriter(out, "People & all", 6)) {
      writer.row(List.of("a", "b", "c", "d", "e", "f"));
      writer.row(odd);
      writer.row(odd);
    }

    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = book.getSheet("People & all");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold()).isTrue();
      for (int row = 1; row <= 2; row++) {
        Row read = sheet.getRow(row);
        for (int column = 0; column < odd.size(); column++) {
          assertThat(read.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).toString())
              .isEqualTo(odd.get(column));
        }
      }
    }
  }

  @Test
  void refusesWhatNoCellCanHold() throws IOException {
    try (WorkbookWriter writer = new WorkbookWriter(OutputStream.nullOutputStream(), "People", 1)) {
      writer.row(List.of("x".repeat(WorkbookWriter.MOST_CHARACTERS)));

      assertThatThrownBy(() -> writer.row(List.of("x".repeat(WorkbookWriter.MOST_CHARACTERS + 1))))
          .isInstanceOf(RowWriter.MisfitRow.class)
          .hasMessageContaining("32,767");
    }
  }
}
