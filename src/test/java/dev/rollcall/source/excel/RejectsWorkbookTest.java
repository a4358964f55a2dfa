package dev.rollcall.source.excel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.OwnerOnly;
import dev.rollcall.source.Reject;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectsWorkbookTest {

  private static final int STATUS = 3;

  @TempDir private Path folder;

  private final List<PersonRecord> people = new ArrayList<>();

  @Test
  void handsRowsBackWithTheirKindsAndLooks() throws IOException {
    ExcelSettings settings = settings("people.xlsx", people(new XSSFWorkbook()));

    try (Workbook back = open(write(settings), null)) {
      Sheet sheet = back.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("Active people");
      assertThat(texts(sheet.getRow(0)))
          .containsExactly(
              "Rollcall reason", "Rollcall fix", "Email", "Id", "Since", "Status", "Admin");
      assertThat(sheet.getLastRowNum()).isEqualTo(2);
      var ana = sheet.getRow(1);
      assertThat(ana.getCell(0).getStringCellValue())
          .contains("people.xlsx!Active people!D4")
          .contains("Actve")
          .doesNotContain("did you mean");
      assertThat(ana.getCell(1).getStringCellValue()).isNotBlank();
      assertThat(ana.getCell(2).getStringCellValue()).isEqualTo("ana@example.com");
      assertThat(ana.getCell(3).getNumericCellValue()).isEqualTo(42);
      assertThat(ana.getCell(3).getCellStyle().getDataFormatString()).isEqualTo("00000");
      assertThat(ana.getCell(3).getCellStyle().getFillForegroundColor())
          .isEqualTo(IndexedColors.YELLOW.getIndex());
      assertThat(ana.getCell(4).getLocalDateTimeCellValue())
          .isEqualTo(LocalDate.of(2026, 1, 5).atStartOfDay());
      assertThat(ana.getCell(6).getCellType()).isEqualTo(CellType.BOOLEAN);
      assertThat(sheet.getRow(2).getCell(3).getCellType()).isEqualTo(CellType.ERROR);
    }
  }

  @Test
  void isAcceptedOnceMendedWithTheSameJobFile() throws IOException {
    for (Workbook format : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
      ExcelSettings settings = settings("people.x", people(format));
      Path back = write(settings);

      assertThat(rejects(at(settings, back))).hasSize(2);
      mend(back, null);

      assertThat(rejects(at(settings, back))).isEmpty();
      assertThat(people).extracting(PersonRecord::status).hasSize(2);
      assertThat(people.get(0).attributes())
          .containsEntry("id", "00042")
          .containsEntry("since", "2026-01-05")
          .containsEntry("admin", "TRUE")
          .doesNotContainKeys("rollcall reason", "rollcall fix");
    }
  }

  @Test
  void isRejectedAgainWithoutGrowing() throws IOException {
    ExcelSettings settings = settings("people.xlsx", people(new XSSFWorkbook()));
    Path once = write(settings);
    Path twice = write(at(settings, once));

    try (Workbook first = open(once, null);
        Workbook second = open(twice, null)) {
      assertThat(texts(second.getSheetAt(0).getRow(0)))
          .isEqualTo(texts(first.getSheetAt(0).getRow(0)));
      assertThat(second.getSheetAt(0).getRow(1).getCell(3).getNumericCellValue()).isEqualTo(42);
      assertThat(second.getSheetAt(0).getLastRowNum()).isEqualTo(2);
    }
  }

  @Test
  void keepsPasswordSheetNumberAndHeaderRow() throws IOException {
    byte[] locked = Workbooks.encrypted(people(new XSSFWorkbook()), "s3cret", EncryptionMode.agile);
    ExcelSettings settings =
        Given.withHeaderRow(
            Given.withPassword(settings("people.xlsx", locked), "s3cret").withSheet("2"), 3);
    Path back = write(settings);

    assertThat(Files.readAllBytes(back)).startsWith(0xD0, 0xCF, 0x11, 0xE0);
    mend(back, "s3cret");

    assertThat(rejects(at(settings, back))).isEmpty();
    assertThat(people).hasSize(2);
  }

  @Test
  void countsDaysAsTheSourceDoes() throws IOException {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.row("Email", "Start date")
                + "<row><c t='str'><v>nobody</v></c><c s='1'><v>44742</v></c></row>");
    parts.put(
        "xl/workbook.xml",
        parts.get("xl/workbook.xml").replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns='%s'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
            .formatted(Workbooks.MAIN));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id='rId2' Type='x/styles' Target='styles.xml'/></Relationships>"));

    Path back = write(settings("people.xlsx", Workbooks.zip(parts)));

    assertThat(rejects(Given.excel("hr", back)).get(0).row().cells())
        .endsWith("nobody", "2026-07-01");
  }

  @Test
  void fallsBackToTextsWhereTheSourceHasChangedOrGone() throws IOException {
    ExcelSettings settings = settings("people.xlsx", people(new XSSFWorkbook()));
    List<Reject> rejects = rejects(settings);
    Files.write(settings.path(), Workbooks.people());
    Path changed = write(settings, rejects);
    Files.delete(settings.path());
    Path gone = write(settings, rejects);

    for (Path back : List.of(changed, gone)) {
      assertThat(rejects(at(settings, back)))
          .extracting(reject -> reject.row().cells().subList(2, 7))
          .containsExactly(
              List.of("ana@example.com", "00042", "2026-01-05", "Actve", "TRUE"),
              List.of("bo@example.com", "#N/A", "", "Actve", ""));
    }
    try (Workbook back = open(gone, null)) {
      assertThat(back.getSheetName(0)).isEqualTo("Active people");
    }
  }

  @Test
  void neitherReasonNorCellsBecomeFormulas() throws IOException {
    byte[] book =
        Workbooks.xlsx(
            workbook ->
                Workbooks.fill(
                    workbook.createSheet("People"),
                    List.of(List.of("Email", "Name"), List.of("x", "=1+1<&\"_x0041_"))));
    ExcelSettings settings = settings("=cmd.xlsx", book);

    try (Workbook back = open(write(settings), null)) {
      var row = back.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getStringCellValue()).startsWith("'=cmd.xlsx!");
      assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(3).getStringCellValue()).isEqualTo("=1+1<&\"A");
    }
  }

  /** Titles, then a header in row 3; both people have something wrong. */
  private static byte[] people(Workbook workbook) {
    workbook.createSheet("Notes");
    Sheet sheet = workbook.createSheet("Active people");
    sheet.createRow(0).createCell(0).setCellValue("Staff");
    Workbooks.fill(sheet, List.of());
    String[] header = {"Email", "Id", "Since", "Status", "Admin"};
    sheet.createRow(2);
    for (int column = 0; column < header.length; column++) {
      sheet.getRow(2).createCell(column).setCellValue(header[column]);
    }
    sheet.createRow(3);
    sheet.getRow(3).createCell(0).setCellValue("ana@example.com");
    CellStyle digits = style(workbook, "00000");
    digits.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
    digits.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    sheet.getRow(3).createCell(1).setCellValue(42);
    sheet.getRow(3).getCell(1).setCellStyle(digits);
    sheet.getRow(3).createCell(2).setCellValue(LocalDate.of(2026, 1, 5));
    sheet.getRow(3).getCell(2).setCellStyle(style(workbook, "dd.mm.yyyy"));
    sheet.getRow(3).createCell(STATUS).setCellValue("Actve");
    sheet.getRow(3).createCell(4).setCellValue(true);
    sheet.createRow(4).createCell(0).setCellValue("bo@example.com");
    sheet.getRow(4).createCell(1).setCellErrorValue((byte) 42);
    sheet.getRow(4).createCell(STATUS).setCellValue("Actve");
    return Workbooks.bytes(workbook);
  }

  private static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static void mend(Path file, String password) throws IOException {
    byte[] mended;
    try (Workbook workbook = open(file, password)) {
      Sheet sheet = workbook.getSheetAt(workbook.getNumberOfSheets() - 1);
      int first = sheet.getLastRowNum() - 1;
      for (int row = first; row <= first + 1; row++) {
        sheet.getRow(row).getCell(2 + STATUS).setCellValue("Active");
      }
      sheet.getRow(first + 1).getCell(3).setCellValue(43);
      mended = Workbooks.bytes(workbook);
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          password == null ? mended : Workbooks.encrypted(mended, password, EncryptionMode.agile));
    }
  }

  private static Workbook open(Path file, String password) throws IOException {
    return WorkbookFactory.create(Files.newInputStream(file), password);
  }

  private static List<String> texts(org.apache.poi.ss.usermodel.Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }

  private ExcelSettings settings(String name, byte[] bytes) {
    return Given.excel("hr", Workbooks.write(folder, name, bytes));
  }

  private static ExcelSettings at(ExcelSettings settings, Path other) {
    return new ExcelSettings(
        settings.name(),
        other,
        settings.label(),
        settings.sheet(),
        settings.headerRow(),
        settings.password(),
        settings.headers());
  }

  private Path write(ExcelSettings settings) throws IOException {
    return write(settings, rejects(settings));
  }

  private Path write(ExcelSettings settings, List<Reject> rejects) throws IOException {
    Path file = Files.createTempDirectory(folder, "back").resolve("rejects.xlsx");
    RejectsWorkbook.write(file, settings, rejects, OwnerOnly.ALONE);
    return file;
  }

  private List<Reject> rejects(ExcelSettings settings) {
    List<Reject> rejects = new ArrayList<>();
    people.clear();
    try (Source.Rows rows = new ExcelSource(settings).open()) {
      RowMapper mapper =
          RowMapper.of(
              Given.mapping(
                  "hr",
                  Map.of(),
                  StatusWords.USUAL,
                  LocalDate.of(2026, 7, 1),
                  WorkatoTerms.destination("dev")),
              rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        mapper.map(row).fold(people::add, rejects::add, leftOut -> false, later -> false);
      }
    }
    return rejects;
  }
}
