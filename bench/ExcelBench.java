import dev.rollcall.testing.Given;
import dev.rollcall.testing.WorkatoTerms;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.source.gather.Gathering;
import dev.rollcall.source.gather.OnConflict;
import dev.rollcall.source.Row;
import dev.rollcall.source.mapping.RowMapper;
import dev.rollcall.source.Source;
import dev.rollcall.source.columns.StatusWords;
import dev.rollcall.source.excel.ExcelSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Measures reading, mapping and checking a large workbook against a bare loop of Apache POI over the
 * same file in the same process: {@code XSSFReader} with {@code XSSFSheetXMLHandler} and a {@code
 * DataFormatter}, which counts characters and does nothing else.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -Xmx512m -XX:+UseSerialGC -cp target/classes:target/test-classes:$(cat target/classpath.txt) bench/ExcelBench.java
 * </pre>
 *
 * <p>Arguments: rows (100000) and rounds (5). Both ways take turns; the best of each counts, for
 * whatever makes a round slower is not theirs.
 */
public final class ExcelBench {

  private static final String[] HEADER = {
    "Employee ID", "Email", "First Name", "Last Name", "Department", "Country", "Status",
    "Start Date", "Cost", "Groups"
  };
  private static final String[] DEPARTMENTS = {"Finance", "Ops", "Sales", "Engineering", "Legal"};
  private static final String[] COUNTRIES = {"US", "CA", "DE", "JP"};

  private static long characters;

  private ExcelBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path file = Files.createTempFile("bench", ".xlsx");
    try {
      write(file, rows);
      System.out.printf(
          Locale.ROOT,
          "%d rows of %d cells, %.1f MB; heap %d MB, Java %s%n",
          rows,
          HEADER.length,
          Files.size(file) / 1e6,
          Runtime.getRuntime().maxMemory() >> 20,
          System.getProperty("java.version"));
      double[] bare = new double[rounds];
      double[] ours = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        bare[round] = seconds(() -> bare(file));
        ours[round] = seconds(() -> ours(file, rows));
        System.out.printf(
            Locale.ROOT, "round %d: bare POI %.2f s, Rollcall %.2f s%n", round + 1, bare[round],
            ours[round]);
      }
      double ratio = Arrays.stream(ours).min().orElseThrow() / Arrays.stream(bare).min().orElseThrow();
      System.out.printf(
          Locale.ROOT, "first round %.2f times bare POI, best of each %.2f times%n",
          ours[0] / bare[0], ratio);
      System.exit(ratio <= 2 ? 0 : 1);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    System.gc();
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
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

  private static void bare(Path file) throws Exception {
    characters = 0;
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
                  characters += text.length();
                }
              },
              new DataFormatter(),
              false));
      try (InputStream sheet = reader.getSheetsData().next()) {
        xml.parse(new InputSource(sheet));
      }
    }
  }

  private static void ours(Path file, int expected) {
    Gathering gathering = Given.gathering(List.of("hr"), OnConflict.PROBLEM);
    try (Source.Rows rows = new ExcelSource(Given.excel("hr", file)).open()) {
      RowMapper mapper =
          RowMapper.of(
              Given.mapping(
                  "hr", Map.of(), StatusWords.USUAL, LocalDate.of(2026, 7, 1),
                  WorkatoTerms.destination("dev")),
              rows.place());
      for (Row row = rows.next(); row != null; row = rows.next()) {
        gathering.add(mapper.map(row));
      }
    }
    Gathered gathered = gathering.gathered();
    if (gathered.people().size() != expected || !gathered.rejects().isEmpty()) {
      throw new IllegalStateException(
          gathered.people().size() + " people, " + gathered.problems().stream().limit(3).toList());
    }
  }
}
