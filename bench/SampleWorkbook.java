import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes {@code sample-data/robotics.xlsx}, the roster of {@code jobs/assignments.yaml}: invented
 * people on one sheet, what they are to hold on another, joined by the employee id.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -cp $(cat target/classpath.txt) bench/SampleWorkbook.java
 * </pre>
 */
public final class SampleWorkbook {

  private static final String PEOPLE =
      """
      Employee ID|Work Email|First Name|Last Name|Department|Location|Status|Start Date|End Date
      2001|ines.oakley@example.com|Ines|Oakley|Engineering|Leeds|Active|2019-02-04|
      2002|tomas.reyes@example.com|Tomas|Reyes|Engineering|Leeds|Active|2019-05-13|
      2003|lotte.brand@example.com|Lotte|Brand|Engineering|Ghent|Active|2020-01-06|
      2004|omar.sayed@example.com|Omar|Sayed|Engineering|Ghent|Active|2020-03-02|
      2005|petra.novak@example.com|Petra|Novak|Engineering|Ghent|Active|2020-09-14|
      2006|kofi.mensah@example.com|Kofi|Mensah|Engineering|Leeds|Active|2021-01-11|
      2007|yuki.tanabe@example.com|Yuki|Tanabe|Engineering|Leeds|Active|2021-06-07|
      2008|maja.lind@example.com|Maja|Lind|Engineering|Ghent|Active|2022-02-14|
      2009|ruben.costa@example.com|Ruben|Costa|Engineering|Leeds|Active|2022-08-22|
      2010|edith.marsh@example.com|Edith|Marsh|Engineering|Leeds|Active|2026-11-16|
      2011|samir.haddad@example.com|Samir|Haddad|Support|Leeds|Active|2018-10-01|
      2012|greta.falk@example.com|Greta|Falk|Support|Ghent|Active|2019-04-15|
      2013|noel.dupont@example.com|Noel|Dupont|Support|Ghent|Active|2020-06-29|
      2014|asha.pillai@example.com|Asha|Pillai|Support|Leeds|Active|2021-03-08|
      2015|bruno.keller@example.com|Bruno|Keller|Support|Ghent|Active|2021-11-01|
      2016|wilma.stern@example.com|Wilma|Stern|Support|Leeds|Terminated|2022-05-16|2026-11-20
      2017|hugo.martel@example.com|Hugo|Martel|Support|Ghent|Active|2023-01-09|
      2018|lena.fischer@example.com|Lena|Fischer|Support|Ghent|Active|2023-09-18|
      2019|dario.conti@example.com|Dario|Conti|Finance|Leeds|Active|2018-03-19|
      2020|freya.holm@example.com|Freya|Holm|Finance|Leeds|Active|2019-07-22|
      2021|matteo.ricci@example.com|Matteo|Ricci|Finance|Ghent|Active|2020-11-30|
      2022|salma.aziz@example.com|Salma|Aziz|Finance|Ghent|Active|2022-04-25|
      2023|otto.wagner@example.com|Otto|Wagner|Finance|Leeds|Active|2023-05-02|
      2024|nina.petrov@example.com|Nina|Petrov|Finance|Leeds|Active|2024-01-15|
      2025|caleb.stone@example.com|Caleb|Stone|Logistics|Leeds|Active|2020-02-24|
      2026|irma.jansen@example.com|Irma|Jansen|Logistics|Ghent|Active|2021-08-09|
      2027|pavel.dvorak@example.com|Pavel|Dvorak|Logistics|Ghent|Active|2022-10-17|
      2028|rosa.almeida@example.com|Rosa|Almeida|Logistics|Leeds|Active|2023-03-27|2026-12-04
      2029|jonas.berg@example.com|Jonas|Berg|Logistics|Ghent|Active|2024-06-10|
      2030|tessa.moore@example.com|Tessa|Moore|Engineering|Leeds|Active|2027-01-04|
      """;

  private static final String ASSIGNMENTS =
      """
      Employee ID|Kind|Target|Environment|Role|Start Date|End Date|Ticket
      2001|environment role||dev|Environment admin|||RB-101
      2001|environment role||prod|Environment admin|||RB-101
      2002|environment role||dev|Environment admin|||RB-101
      2002|environment role||prod|Environment admin|||RB-101
      2003|environment role||prod|Member|||RB-117
      2003|project|Fleet telemetry|dev|Advanced builder|||RB-117
      2003|project|Fleet telemetry|prod|Project operator|2026-10-01|2026-11-30|RB-342
      2004|project|Fleet telemetry|dev|Builder|||RB-118
      2005|project|Warranty|dev|Builder|||RB-118
      2006|project|Warranty|dev|Builder|||RB-119
      2006|environment role||prod|Member|2026-09-01|2026-11-20|RB-355
      2007|project|Billing|dev|Builder|2026-12-07||RB-361
      2008|project|Fleet telemetry|dev|Builder|2026-11-23||RB-364
      2009|project|Billing|dev|Builder|||RB-120
      2010|project|Warranty|dev|Builder|||RB-366
      2011|environment role||prod|Environment manager|||RB-088
      2011|group|Operators|||||RB-088
      2012|group|Operators|||||RB-088
      2013|group|Operators|||||RB-089
      2014|group|Operators||||2026-12-04|RB-350
      2015|group|Operators||||2026-11-15|RB-351
      2017|group|Operators|||2026-11-23||RB-365
      2018|project|Warranty|prod|Project operatr|||RB-367
      2019|environment role||prod|Member|||RB-090
      2019|project|Billing|prod|Project operator|||RB-090
      2020|project|Billing|prod|Project operator|||RB-090
      2023|project|Billing|prod|Project operator|||RB-368
      2031|group|Operators|||||RB-369
      """;

  private final Workbook workbook = new XSSFWorkbook();
  private final CellStyle day = style("d mmm yyyy");
  private final CellStyle number = style("00000");

  private SampleWorkbook() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "sample-data/robotics.xlsx");
    SampleWorkbook sample = new SampleWorkbook();
    Sheet people = sample.workbook.createSheet("People");
    people.createRow(0).createCell(0).setCellValue("Marlow Robotics: people on 23 November 2026");
    sample.fill(people, 2, PEOPLE);
    sample.fill(sample.workbook.createSheet("Assignments"), 0, ASSIGNMENTS);
    try (OutputStream out = Files.newOutputStream(file)) {
      sample.workbook.write(out);
    }
  }

  private CellStyle style(String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private void fill(Sheet sheet, int from, String table) {
    List<String> lines = table.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      Row row = sheet.createRow(from + line);
      String[] texts = lines.get(line).split("\\|", -1);
      for (int column = 0; column < texts.length; column++) {
        if (!texts[column].isEmpty()) {
          write(row.createCell(column), texts[column]);
        }
      }
    }
    Map.of(0, 12, 1, 28).forEach((column, width) -> sheet.setColumnWidth(column, width * 256));
  }

  private void write(Cell cell, String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      cell.setCellValue(LocalDate.parse(text));
      cell.setCellStyle(day);
    } else if (text.matches("\\d+")) {
      cell.setCellValue(Integer.parseInt(text));
      cell.setCellStyle(number);
    } else {
      cell.setCellValue(text);
    }
  }
}
