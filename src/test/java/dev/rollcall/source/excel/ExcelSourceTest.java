package dev.rollcall.source.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.SourceContractTest;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.testing.Given;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExcelSourceTest extends SourceContractTest {

  private static final List<String> HEADER = List.of("Email", "Name");

  @TempDir private Path folder;

  /** Both formats that workbooks come in. */
  private enum Format {
    XLSX,
    XLS;

    Workbook workbook() {
      return this == XLSX ? new XSSFWorkbook() : new HSSFWorkbook();
    }
  }

  @Override
  protected Source source(List<String> header, List<List<String>> rows) {
    return source(
        Format.XLSX,
        workbook -> {
          Sheet sheet = Workbooks.fill(workbook.createSheet("People"), List.of(header));
          Workbooks.fill(sheet, rows);
        });
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void readsNumbersDatesAndBooleansAsPeopleSeeThem(Format format) {
    Source source =
        column(
            format,
            sheet -> {
              cell(sheet, 1, "General").setCellValue(42);
              cell(sheet, 2, "00000").setCellValue(42);
              cell(sheet, 3, "General").setCellValue(123_456_789_012L);
              cell(sheet, 4, "General").setCellValue(0.1 + 0.2);
              cell(sheet, 5, "#,##0.00").setCellValue(1234.5);
              cell(sheet, 6, "0%").setCellValue(0.25);
              cell(sheet, 7, "dd.mm.yyyy").setCellValue(LocalDateTime.of(2026, 7, 1, 0, 0));
              cell(sheet, 8, "m/d/yy h:mm").setCellValue(LocalDateTime.of(2026, 7, 1, 8, 30));
              cell(sheet, 9, "General").setCellValue(true);
              cell(sheet, 10, "h:mm").setCellValue(0.75);
              cell(sheet, 11, "[h]:mm").setCellValue(1.5);
              cell(sheet, 12, "@").setCellValue(7);
              cell(sheet, 13, "\"YES\";\"YES\";\"NO\"").setCellValue(1);
              cell(sheet, 14, "mmm yyyy").setCellValue(LocalDateTime.of(2026, 7, 1, 0, 0));
            });

    assertThat(secondColumn(source))
        .containsExactly(
            "42",
            "00042",
            "123456789012",
            "0.3",
            "1,234.50",
            "25%",
            "2026-07-01",
            "2026-07-01 08:30",
            "TRUE",
            "18:00",
            "36:00",
            "7",
            "YES",
            "2026-07-01");
    assertThat(read(source)).allMatch(row -> row.flaws().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void neverShowsLessOfANumberThanIsThere(Format format) {
    Source source =
        column(
            format,
            sheet -> {
              cell(sheet, 1, "0").setCellValue(12.7);
              cell(sheet, 2, "0.00E+00").setCellValue(123_456_789_012L);
              cell(sheet, 3, ";;;").setCellValue(42);
              cell(sheet, 4, "0;0").setCellValue(-5);
              cell(sheet, 5, "0").setCellValue(1_234_567_890_123_456L);
            });

    assertThat(secondColumn(source).subList(0, 4))
        .containsExactly("12.7", "123456789012", "42", "-5");
    assertThat(read(source).get(4).flaws())
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.what()).contains("15 digits"));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void countsDaysFrom1904WhereTheWorkbookDoes(Format format) throws IOException {
    byte[] bytes;
    try (Workbook workbook = format.workbook()) {
      Sheet sheet = Workbooks.fill(workbook.createSheet("People"), List.of(HEADER));
      if (workbook instanceof XSSFWorkbook xlsx) {
        xlsx.getCTWorkbook().getWorkbookPr().setDate1904(true);
      } else {
        from1904((HSSFWorkbook) workbook);
      }
      address(sheet, 1);
      cell(sheet, 1, "yyyy-mm-dd").setCellValue(44_742.0);
      bytes = Workbooks.bytes(workbook);
    }

    assertThat(secondColumn(source(bytes))).containsExactly("2026-07-01");
  }

  /** POI reads such workbooks, but writes none. */
  private static void from1904(HSSFWorkbook workbook) {
    workbook.getInternalWorkbook().getRecords().stream()
        .filter(DateWindow1904Record.class::isInstance)
        .forEach(record -> ((DateWindow1904Record) record).setWindowing((short) 1));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void takesTheResultOfFormulas(Format format) {
    Source source =
        column(
            format,
            sheet -> {
              cell(sheet, 1, "General").setCellFormula("\"a\"&\"b\"");
              cell(sheet, 2, "General").setCellFormula("6*7");
              cell(sheet, 3, "General").setCellFormula("TRUE()");
              cell(sheet, 4, "General").setCellFormula("1/0");
              sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
            });

    assertThat(secondColumn(source)).containsExactly("ab", "42", "TRUE", "#DIV/0!");
    assertThat(read(source).get(3).flaws()).extracting(CellFlaw::column).containsExactly(1);
  }

  @Test
  void reportsFormulasWithoutResult() {
    Source source =
        sheet(
            Workbooks.row("Email", "Name")
                + "<row><c t='str'><v>ana@example.com</v></c><c><f>A1</f></c></row>"
                + "<row><c t='str'><v>bo@example.com</v></c><c t='str'><f>A1</f><v></v></c></row>");

    assertThat(read(source).get(0).flaws())
        .singleElement()
        .satisfies(flaw -> assertThat(flaw.what()).contains("without a result"));
    assertThat(read(source).get(1).flaws()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void reportsErrorsInColumnsThatHaveAName(Format format) {
    Source source =
        source(
            format,
            workbook -> {
              Sheet sheet = Workbooks.fill(workbook.createSheet("People"), List.of(HEADER));
              address(sheet, 1);
              byte notAvailable = FormulaError.NA.getCode();
              sheet.getRow(1).createCell(1).setCellErrorValue(notAvailable);
              sheet.getRow(1).createCell(5).setCellErrorValue(notAvailable);
            });

    assertThat(read(source).get(0).cells()).containsExactly("p1@example.com", "#N/A");
    assertThat(read(source).get(0).flaws()).extracting(CellFlaw::column).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void findsTheHeaderBelowTitlesAndNamesRowsAsTheSheetDoes(Format format) {
    Source source =
        source(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet("People");
              sheet.createRow(1).createCell(0).setCellValue("Staff list");
              Workbooks.fill(sheet, List.of());
              row(sheet, 3, "Email", "Name");
              row(sheet, 4, "ana@example.com", "Ana");
              row(sheet, 7, "bo@example.com", "Bo");
            });

    assertThat(read(source)).extracting(Row::line).containsExactly(5, 8);
    assertThat(remarks(source))
        .containsExactly("people.xlsx!People: the header is taken from row 4");
  }

  @Test
  void takesTheHeaderRowItIsTold() {
    ExcelSettings settings =
        settings(
            Workbooks.xlsx(
                workbook -> {
                  Sheet sheet = workbook.createSheet("People");
                  row(sheet, 0, "Email", "Name");
                  row(sheet, 4, "E-mail", "Full name");
                  row(sheet, 5, "ana@example.com", "Ana");
                }));

    assertThat(columns(new ExcelSource(Given.withHeaderRow(settings, 5))))
        .containsExactly("E-mail", "Full name");
    assertThatThrownBy(() -> new ExcelSource(Given.withHeaderRow(settings, 4)).open())
        .hasMessageContaining("people.xlsx!People!4: the header row is blank");
  }

  @Test
  void findsAHeaderByTheNamesOfTheJobFile() {
    ExcelSettings usual =
        settings(
            Workbooks.xlsx(
                workbook -> {
                  Sheet sheet = workbook.createSheet("People");
                  row(sheet, 0, "Stand: Juli");
                  row(sheet, 2, "Anschrift", "Wer");
                  row(sheet, 3, "ana@example.com", "Ana");
                }));
    HeaderSearch named = HeaderSearch.naming(List.of(ColumnSpec.of("Anschrift")));

    assertThat(
            columns(
                new ExcelSource(
                    new ExcelSettings(
                        "hr",
                        usual.path(),
                        "x",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        named))))
        .containsExactly("Anschrift", "Wer");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void takesSheetsByNameByNumberOrByTheirHeader(Format format) {
    ExcelSettings settings =
        settings(
            bytes(
                format,
                workbook -> {
                  row(workbook.createSheet("Notes"), 0, "Read this first");
                  Sheet people = workbook.createSheet("Active people");
                  row(people, 0, "Email", "Name");
                  row(people, 1, "ana@example.com", "Ana");
                  row(workbook.createSheet("2026"), 0, "Total", "17");
                }));

    for (String sheet : List.of("Active people", "active people ", "2")) {
      assertThat(read(new ExcelSource(settings.withSheet(sheet)))).hasSize(1);
    }
    assertThat(read(new ExcelSource(settings))).hasSize(1);
    assertThat(columns(new ExcelSource(settings.withSheet("2026")))).contains("Total");
    assertThatThrownBy(() -> new ExcelSource(settings.withSheet("Actve people")).open())
        .isInstanceOf(UnreadableSource.class)
        .hasMessageContaining("did you mean \"Active people\"?");
    assertThatThrownBy(() -> new ExcelSource(settings.withSheet("4")).open())
        .hasMessageContaining("there is no sheet \"4\"");
  }

  @Test
  void asksWhichOfSeveralSheetsIsMeantHiddenOnesIncluded() {
    Source two =
        source(
            Format.XLSX,
            workbook -> {
              row(workbook.createSheet("A"), 0, "Email", "Name");
              row(workbook.createSheet("B"), 0, "Work email", "Name");
              workbook.setSheetHidden(1, true);
            });
    Source none =
        source(
            Format.XLSX,
            workbook -> {
              row(workbook.createSheet("A"), 0, "x");
              workbook.createSheet("B");
            });

    assertThatThrownBy(two::open)
        .hasMessageContaining(
            "several sheets could be the roster: \"A\" (no address), \"B\" (hidden, no address)");
    assertThatThrownBy(none::open).hasMessageContaining("no sheet has a header");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void takesTheSheetWithAddressesWhateverElseHasTheNamesOfTheJobFile(Format format) {
    ExcelSettings settings =
        settings(
            bytes(
                format,
                workbook -> {
                  Sheet notes = workbook.createSheet("Notes");
                  row(notes, 0, "No", "Name", "Position");
                  row(notes, 1, "1", "Ana", "Chair");
                  Sheet people = workbook.createSheet("Members");
                  row(people, 0, "Name", "Kontakt");
                  row(people, 1, "Ana", "ana@example.com");
                }));
    HeaderSearch named =
        HeaderSearch.naming(List.of(ColumnSpec.of("Kontakt"), ColumnSpec.of("Name")));
    ExcelSettings withNames =
        new ExcelSettings(
            settings.name(),
            settings.path(),
            settings.label(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            named);

    assertThat(columns(new ExcelSource(withNames))).containsExactly("Name", "Kontakt");
    assertThat(columns(new ExcelSource(settings))).containsExactly("Name", "Kontakt");
    assertThat(new ExcelSource(settings).sheets())
        .containsExactly("\"Notes\" (no address)", "\"Members\" (1 address)");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void readsHiddenPartsAndSaysSo(Format format) {
    Source source =
        source(
            format,
            workbook -> {
              workbook.createSheet("Cover");
              Sheet sheet = workbook.createSheet("People");
              row(sheet, 0, "Email", "Name");
              row(sheet, 1, "ana@example.com", "Ana");
              row(sheet, 2, "bo@example.com", "Bo");
              sheet.getRow(2).setZeroHeight(true);
              sheet.setColumnHidden(1, true);
              workbook.setSheetHidden(1, true);
            });

    assertThat(read(source)).hasSize(2);
    assertThat(remarks(source))
        .containsExactly(
            "people.xlsx!People: the sheet is hidden, and is read",
            "people.xlsx!People: column B (Name) is hidden, and is read",
            "people.xlsx!People: row 3 is hidden, and is read");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void mergedCellsCountForEachOfTheirRows(Format format) {
    Source source =
        source(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet("People");
              row(sheet, 0, "Email", "Department");
              row(sheet, 1, "ana@example.com", "Finance");
              row(sheet, 2, "bo@example.com");
              row(sheet, 3, "chi@example.com");
              sheet.createRow(4);
              sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
              sheet.addMergedRegion(CellRangeAddress.valueOf("A6:B7"));
            });

    assertThat(secondColumn(source)).containsExactly("Finance", "Finance", "");
    assertThat(remarks(source))
        .containsExactly(
            "people.xlsx!People: merged cells count for each of their rows, the first are B2:B3");
  }

  @Test
  void readsAHeaderOfTwoRowsWhereCellsAreMergedOverBoth() {
    Source source =
        source(
            Format.XLSX,
            workbook -> {
              Sheet sheet = workbook.createSheet("People");
              row(sheet, 0, "Email", "Roles");
              row(sheet, 1, "", "DEV role", "PROD role");
              row(sheet, 2, "ana@example.com", "Member", "Member");
              sheet.addMergedRegion(CellRangeAddress.valueOf("A1:A2"));
              sheet.addMergedRegion(CellRangeAddress.valueOf("B1:C1"));
            });

    assertThat(columns(source)).containsExactly("Email", "DEV role", "PROD role");
    assertThat(read(source)).hasSize(1);
  }

  @Test
  void readsNothingFromColumnsWithoutHeaderAndSaysSo() {
    Source source =
        source(
            Format.XLSX,
            workbook -> {
              Sheet sheet = workbook.createSheet("People");
              row(sheet, 0, "Email", "", "Name");
              row(sheet, 1, "ana@example.com", "", "Ana", "", "call her");
              row(sheet, 2, "", "", "", "", "a note");
              row(sheet, 3, "bo@example.com", "x");
            });

    assertThat(read(source))
        .extracting(Row::cells)
        .containsExactly(List.of("ana@example.com", "", "Ana"), List.of("bo@example.com", "x", ""));
    assertThat(remarks(source))
        .containsExactly(
            "people.xlsx!People: what stands in columns without a header is not read,"
                + " the first is E2");
  }

  @Test
  void readsWorkbooksAsGoogleSheetsAndOthersWriteThem() {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.row("Email", "Name")
                + "<row r='5'><c r='A5' t='inlineStr'><is><r><t>ana@</t></r><r><rPr><b/></rPr>"
                + "<t>example.com</t></r><rPh sb='0' eb='1'><t>not me</t></rPh></is></c>"
                + "<c t='str'><f>ARRAYFORMULA(1)</f><v>A_x000A_na</v></c></row>"
                + "<row r='6' spans='1:2'><c r='B6' t='d'><v>2026-07-01T00:00:00</v></c></row>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace("'worksheets/", "'/xl/worksheets/")
            .replace(
                "http://schemas.openxmlformats.org/officeDocument/2006",
                "http://purl.oclc.org/ooxml/officeDocument"));

    assertThat(read(source(Workbooks.zip(parts))))
        .extracting(Row::cells)
        .containsExactly(List.of("ana@example.com", "A\nna"), List.of("", "2026-07-01"));
  }

  @Test
  void readsTheStrictFormat() {
    Map<String, String> parts =
        Workbooks.parts(Workbooks.row("Email", "Name") + Workbooks.row("ana@example.com", "Ana"));
    parts.replaceAll(
        (part, xml) ->
            xml.replace(Workbooks.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships"));

    assertThat(secondColumn(source(Workbooks.zip(parts)))).containsExactly("Ana");
  }

  @Test
  void readsSharedTextsWithoutTheirPronunciation() {
    Map<String, String> parts =
        Workbooks.parts(
            Workbooks.row("Email", "Name")
                + "<row><c t='inlineStr'><is><t>a@example.com</t></is></c><c t='s'><v>0</v></c></row>");
    parts.put(
        "xl/sharedStrings.xml",
        "<x:sst xmlns:x='%s'><x:si><x:t>課</x:t><x:rPh sb='0' eb='1'><x:t>か</x:t></x:rPh></x:si></x:sst>"
            .formatted(Workbooks.MAIN));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                "<Relationship Id='rId2' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                    + "<Relationship Id='rId3' Type='x/externalLink' TargetMode='External' Target='http://127.0.0.1:1/x'/>"
                    + "</Relationships>"));

    assertThat(secondColumn(source(Workbooks.zip(parts)))).containsExactly("課");
  }

  @Test
  void readsTheTextOfHyperlinks() {
    Source source =
        source(
            Format.XLSX,
            workbook -> {
              Sheet sheet = Workbooks.fill(workbook.createSheet("People"), List.of(HEADER));
              address(sheet, 1);
              var link =
                  workbook
                      .getCreationHelper()
                      .createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.EMAIL);
              link.setAddress("mailto:other@example.com");
              sheet.getRow(1).getCell(0).setHyperlink(link);
            });

    assertThat(read(source).get(0).cells().get(0)).isEqualTo("p1@example.com");
  }

  @Test
  void opensWorkbooksWithAPassword() throws IOException {
    for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
      assertOpensWithPassword(Workbooks.encrypted(Workbooks.people(), "s3cret", mode));
    }
    Biff8EncryptionKey.setCurrentUserPassword("s3cret");
    try {
      assertOpensWithPassword(
          bytes(
              Format.XLS,
              workbook -> {
                Sheet sheet = Workbooks.fill(workbook.createSheet("People"), List.of(HEADER));
                address(sheet, 1);
                address(sheet, 2);
              }));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  private void assertOpensWithPassword(byte[] bytes) throws IOException {
    ExcelSettings settings = settings(bytes);

    assertThat(read(new ExcelSource(Given.withPassword(settings, "s3cret")))).hasSize(2);
    assertThatThrownBy(() -> new ExcelSource(Given.withPassword(settings, "wr0ng")).open())
        .isInstanceOf(UnreadableSource.class)
        .hasMessage(
            "people.xlsx: the password of the workbook is wrong;"
                + " look at password: in the job file");
    assertThatThrownBy(() -> new ExcelSource(settings).open())
        .hasMessageContaining("the workbook has a password");
    assertThat(Given.withPassword(settings, "s3cret").toString()).doesNotContain("s3cret");
    try (Stream<Path> files = Files.list(settings.path().getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void takesWorkbooksThatWereOnlyProtectedAgainstWriting() {
    byte[] bytes =
        Workbooks.encrypted(Workbooks.people(), "VelvetSweatshop", EncryptionMode.standard);

    assertThat(read(source(bytes))).hasSize(2);
  }

  private Source source(Format format, Consumer<Workbook> content) {
    return source(bytes(format, content));
  }

  private static byte[] bytes(Format format, Consumer<Workbook> content) {
    try (Workbook workbook = format.workbook()) {
      content.accept(workbook);
      return Workbooks.bytes(workbook);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Source sheet(String rows) {
    return source(Workbooks.zip(Workbooks.parts(rows)));
  }

  private Source source(byte[] bytes) {
    return new ExcelSource(settings(bytes));
  }

  private ExcelSettings settings(byte[] bytes) {
    return Given.excel("hr", Workbooks.write(folder, "people.xlsx", bytes));
  }

  /** Addresses in the first column; the second is filled by the test. */
  private Source column(Format format, Consumer<Sheet> content) {
    return source(
        format,
        workbook -> {
          Sheet sheet = Workbooks.fill(workbook.createSheet("People"), List.of(HEADER));
          content.accept(sheet);
          for (int row = 1; row <= sheet.getLastRowNum(); row++) {
            address(sheet, row);
          }
        });
  }

  private static void address(Sheet sheet, int row) {
    org.apache.poi.ss.usermodel.Row at =
        sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    at.createCell(0).setCellValue("p" + row + "@example.com");
  }

  private static Cell cell(Sheet sheet, int row, String format) {
    org.apache.poi.ss.usermodel.Row at =
        sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    Cell cell = at.createCell(1);
    cell.setCellStyle(style);
    return cell;
  }

  private static void row(Sheet sheet, int row, String... texts) {
    org.apache.poi.ss.usermodel.Row at = sheet.createRow(row);
    for (int column = 0; column < texts.length; column++) {
      if (!texts[column].isEmpty()) {
        at.createCell(column).setCellValue(texts[column]);
      }
    }
  }

  private static List<String> secondColumn(Source source) {
    return read(source).stream().map(row -> row.cells().get(1)).toList();
  }

  private static List<String> columns(Source source) {
    try (Source.Rows rows = source.open()) {
      return rows.place().columns();
    }
  }

  private static List<String> remarks(Source source) {
    try (Source.Rows rows = source.open()) {
      while (rows.next() != null) {
        continue;
      }
      return rows.remarks();
    }
  }
}
