import dev.rollcall.testing.WorkatoTerms;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * How long it takes to read, map and check a large workbook, beside a bare loop of Apache POI over
 * the same file: {@code XSSFReader} with {@code XSSFSheetXMLHandler} and a {@code DataFormatter},
 * which counts cells and does nothing else.
 */
public final class ExcelBench {

  private static final String[] HEADER = {
    "Employee ID", "Email", "First Name", "Last Name", "Department", "Country", "Status",
    "Start Date", "Cost", "Groups"
  };
  private static final String[] DEPARTMENTS = {"Finance", "Ops", "Sales", "Engineering", "Legal"};
  private static final String[] COUNTRIES = {"US", "CA", "DE", "JP"};

  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final String JOB =
      """
      name: bench
      sources: [ { name: hr, type: excel, path: %s } ]
      target: { type: workato, url: "http://127.0.0.1:1", tokens: { dev: none } }
      """;

  private ExcelBench() {}

  /** Measures so many rows in so many rounds, and prints a table. */
  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[0]);
    Path file = Path.of("people.xlsx").toAbsolutePath();
    write(file, rows);
    RosterOfJob roster =
        new RosterOfJob(JOB.formatted(file), TODAY, WorkatoTerms.destination("dev"));
    new Contest(rows)
        .add("bare POI", () -> bare(file))
        .add("read, mapped, checked", roster::people)
        .held(
            "XLSX, %,d rows of %d cells, %.1f MB"
                .formatted(rows, HEADER.length, Files.size(file) / 1e6),
            Integer.parseInt(arguments[1]));
  }

  private static void write(Path file, int rows) throws Exception {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
        OutputStream out = Files.newOutputStream(file)) {
      SXSSFSheet sheet = workbook.createSheet("People");
      CellStyle number = workbook.createCellStyle();
      number.setDataFormat(workbook.createDataFormat().getFormat("000000"));
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      var header = sheet.createRow(0);
      for (int column = 0; column < HEADER.length; column++) {
        header.createCell(column).setCellValue(HEADER[column]);
      }
      for (int i = 1; i <= rows; i++) {
        var row = sheet.createRow(i);
        styled(row.createCell(0), number).setCellValue(i);
        row.createCell(1).setCellValue("person" + i + "@example.com");
        row.createCell(2).setCellValue("First" + i % 997);
        row.createCell(3).setCellValue("Last" + i);
        row.createCell(4).setCellValue(DEPARTMENTS[i % DEPARTMENTS.length]);
        row.createCell(5).setCellValue(COUNTRIES[i % COUNTRIES.length]);
        row.createCell(6).setCellValue("Active");
        styled(row.createCell(7), date).setCellValue(LocalDate.of(2015, 1, 1).plusDays(i % 3000));
        row.createCell(8).setCellValue(1000 + i % 777 / 4.0);
        row.createCell(9).setCellValue("Finance; Ops");
      }
      workbook.write(out);
    }
  }

  private static Cell styled(Cell cell, CellStyle style) {
    cell.setCellStyle(style);
    return cell;
  }

  private static int bare(Path file) throws Exception {
    AtomicInteger cells = new AtomicInteger();
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(opened);
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      XMLReader xml = factory.newSAXParser().getXMLReader();
      xml.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              null,
              new ReadOnlySharedStringsTable(opened),
              new XSSFSheetXMLHandler.SheetContentsHandler() {
                @Override
                public void startRow(int row) {}

                @Override
                public void endRow(int row) {}

                @Override
                public void cell(String cell, String text, XSSFComment comment) {
                  cells.addAndGet(text.length() >= 0 ? 1 : 0);
                }
              },
              new DataFormatter(),
              false));
      try (InputStream sheet = reader.getSheetsData().next()) {
        xml.parse(new InputSource(sheet));
      }
    }
    return cells.get() / HEADER.length - 1;
  }
}
