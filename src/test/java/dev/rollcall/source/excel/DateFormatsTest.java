package dev.rollcall.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.HeaderSearch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that Excel shows as dates are dates, whatever the language of their format. */
class DateFormatsTest {

  /** The third of February 2027, as a workbook keeps it. */
  private static final double DAY = 46_421;

  /** As Excel's editions write them into files; built-in ones are tried by number. */
  private static final List<String> DATES =
      List.of(
          // English
          "m/d/yyyy",
          "m/d/yy;@",
          "[$-409]d-mmm-yy;@",
          "[$-409]mmmm d, yyyy;@",
          "[$-F800]dddd, mmmm dd, yyyy",
          "[$-809]dd mmmm yyyy;@",
          "mmm-yy",
          "d-mmm",
          "yyyy-mm-dd",
          "[$-409]m/d/yy h:mm AM/PM;@",
          "yyyy\\-mm\\-dd\\Thh:mm:ss",
          "mm/dd/yyyy\\ hh:mm",
          "ddd",
          // German
          "dd.mm.yyyy",
          "[$-407]d. mmmm yyyy;@",
          "[$-407]dddd, d. mmmm yyyy",
          "TT.MM.JJJJ",
          "\"am \"dd.mm.yy",
          // French, Spanish, Portuguese, Italian, Dutch
          "[$-40C]d mmmm yyyy;@",
          "jj/mm/aaaa",
          "[$-C0A]d \"de\" mmmm \"de\" yyyy;@",
          "[$-0C0A]d\\ \\d\\e\\ mmmm\\ \\d\\e\\ yyyy",
          "dd/mm/aaaa",
          "[$-416]d \"de\" mmmm \"de\" yyyy;@",
          "[$-F800]dddd\\,\\ d\" de \"mmmm\" de \"yyyy",
          "[$-410]d mmmm yyyy;@",
          "gg/mm/aaaa",
          "dd-mm-jjjj",
          "[$-413]d mmmm yyyy;@",
          // Polish, Russian, Turkish, Nordic, Czech, Hungarian
          "[$-415]d mmmm yyyy;@",
          "dd.mm.rrrr",
          "[$-FC19]dd mmmm yyyy \"г.\"",
          "ДД.ММ.ГГГГ",
          "[$-419]d mmm;@",
          "[$-41F]d mmmm yyyy;@",
          "gg.aa.yyyy",
          "åååå-MM-DD",
          "[$-41D]den d mmmm yyyy;@",
          "pp.kk.vvvv",
          "[$-405]d. mmmm yyyy;@",
          "éééé.hh.nn.",
          // Japanese with eras, Chinese, Taiwanese, Korean
          "[$-411]ggge\"年\"m\"月\"d\"日\";@",
          "[$-411]gggee\"年\"",
          "[$-411]ge.m.d;@",
          "yyyy\"年\"m\"月\"d\"日\";@",
          "yyyy年m月d日",
          "[$-411]aaaa",
          "[DBNum3][$-411]ggge年m月d日",
          "[$-804]yyyy\"年\"m\"月\"d\"日\"",
          "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
          "[$-404]e/m/d;@",
          "[$-404]e\"年\"m\"月\"d\"日\";@",
          "[$-412]yyyy\"년\" m\"월\" d\"일\"",
          "yyyy년 m월 d일",
          // Thai, Arabic, Hebrew
          "[$-107041E]d mmmm yyyy;@",
          "[$-D07041E]dd/mm/bbbb",
          "[$-1010000]d/m/yyyy;@",
          "[$-2010000]yyyy/mm/dd;@",
          "B2dd/mm/yyyy",
          "[$-1000000]d mmmm yyyy",
          "[$-101040D]d mmmm yyyy;@",
          // With colours, conditions, and what stands around
          "[Red]dd/mm/yyyy",
          "[<=46000]dd/mm/yy;dd/mm/yyyy",
          "_-dd/mm/yyyy_-;@",
          "* dd/mm/yyyy",
          "\"Leaves on 0.0\" dd/mm/yyyy");

  private static final List<Integer> BUILT_IN =
      List.of(
          14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56,
          57, 58);

  /** A number in each of these is a number. */
  private static final List<String> NUMBERS =
      List.of(
          "General",
          "0",
          "0.00",
          "#,##0",
          "#,##0.00 \"days\"",
          "0%",
          "0.00E+00",
          "# ?/?",
          "[$€-407] #,##0.00",
          "#,##0 \"yrs\"",
          "\"day \"0",
          "[$-409]0",
          "0\"年\"",
          "00000",
          "[Red]-#,##0",
          "\\d0",
          "Standard",
          "G/通用格式",
          "@",
          "_-* #,##0.00_-",
          "0\\ \\d\\a\\y\\s");

  @TempDir private Path folder;

  @Test
  void readsACellAsADayByItsFormat() {
    assertThat(Stream.concat(DATES.stream(), BUILT_IN.stream())).hasSizeGreaterThan(60);
    for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
      List<String> read = read(workbook, DATES, BUILT_IN);
      List<String> wrong =
          IntStream.range(0, read.size())
              .filter(i -> !read.get(i).equals("2027-02-03"))
              .mapToObj(i -> (i < DATES.size() ? DATES.get(i) : "built-in") + " = " + read.get(i))
              .toList();

      assertThat(wrong).as(workbook.getClass().getSimpleName()).isEmpty();
    }
  }

  @Test
  void leavesNumbersInOtherFormatsAsNumbers() {
    for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
      assertThat(read(workbook, NUMBERS, List.of())).noneMatch("2027-02-03"::equals);
    }
  }

  @Test
  void readsTimesAndElapsedHoursAsWhatTheyShow() {
    assertThat(NumberFormat.of(200, "h:mm AM/PM").kind()).isEqualTo(NumberFormat.Kind.TIME);
    assertThat(NumberFormat.of(200, "[$-F400]h:mm:ss\\ AM/PM").kind())
        .isEqualTo(NumberFormat.Kind.TIME);
    assertThat(NumberFormat.of(200, "mm:ss.0").kind()).isEqualTo(NumberFormat.Kind.TIME);
    assertThat(NumberFormat.of(200, "[h]:mm:ss").kind()).isEqualTo(NumberFormat.Kind.AS_SHOWN);
  }

  private List<String> read(Workbook workbook, List<String> formats, List<Integer> builtIn) {
    Sheet sheet = workbook.createSheet("People");
    sheet.createRow(0).createCell(0).setCellValue("Email");
    sheet.getRow(0).createCell(1).setCellValue("End date");
    int rows = formats.size() + builtIn.size();
    for (int i = 0; i < rows; i++) {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(
          i < formats.size()
              ? workbook.createDataFormat().getFormat(formats.get(i))
              : builtIn.get(i - formats.size()).shortValue());
      sheet.createRow(i + 1).createCell(0).setCellValue("p" + i + "@example.com");
      sheet.getRow(i + 1).createCell(1).setCellValue(DAY);
      sheet.getRow(i + 1).getCell(1).setCellStyle(style);
    }
    String name = workbook instanceof XSSFWorkbook ? "people.xlsx" : "people.xls";
    Path file = Workbooks.write(folder, name, Workbooks.bytes(workbook));
    return cells(new ExcelSource(settings(file, name)));
  }

  private static ExcelSettings settings(Path file, String name) {
    return new ExcelSettings(
        "hr",
        file,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HeaderSearch.usual());
  }

  private static List<String> cells(Source source) {
    List<String> cells = new ArrayList<>();
    try (Source.Rows rows = source.open()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        cells.add(row.cells().get(1));
      }
    }
    return cells;
  }
}
