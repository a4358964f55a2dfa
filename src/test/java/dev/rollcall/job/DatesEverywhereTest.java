package dev.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.model.Problem;
import dev.rollcall.planning.RosterReading;
import dev.rollcall.source.gather.Gathered;
import dev.rollcall.testing.MariaDbServer;
import dev.rollcall.testing.Postgres;
import dev.rollcall.testing.WorkatoTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same rows of dates, as texts and as what a workbook or a database has for days, come to the
 * same days and the same problems, whatever they are written in.
 */
class DatesEverywhereTest {

  /** A text, and the day it comes to, {@code -} for none, or part of the problem. */
  private static final String TEXTS =
      """
      2026-12-31                     | 2026-12-31
      2026/12/31                     | 2026-12-31
      2026.12.31                     | 2026-12-31
      20261231                       | 2026-12-31
      31.12.2026                     | 2026-12-31
      31. 12. 2026                   | 2026-12-31
      1.2.2027                       | 2027-02-01
      29.02.2028                     | 2028-02-29
      31-Dec-2026                    | 2026-12-31
      31-DEC-26                      | 2026-12-31
      31-Dec-26                      | 2026-12-31
      31 Dec 26                      | 2026-12-31
      31Dec2026                      | 2026-12-31
      31 December 2026               | 2026-12-31
      31st Dec 2026                  | 2026-12-31
      Dec 31, 2026                   | 2026-12-31
      Dec-31-26                      | 2026-12-31
      DECEMBER 31 2026               | 2026-12-31
      Thursday, December 31, 2026    | 2026-12-31
      Thu, 31 Dec 2026               | 2026-12-31
      31. Dezember 2026              | 2026-12-31
      1. März 2027                   | 2027-03-01
      31-Dez-26                      | 2026-12-31
      31 décembre 2026               | 2026-12-31
      1er août 2027                  | 2027-08-01
      31 de diciembre de 2026        | 2026-12-31
      31-dic-26                      | 2026-12-31
      31 de dezembro de 2026         | 2026-12-31
      31 dicembre 2026               | 2026-12-31
      31 mei 2027                    | 2027-05-31
      31 grudnia 2026                | 2026-12-31
      31 gru 2026                    | 2026-12-31
      31 декабря 2026 г.             | 2026-12-31
      31 Aralık 2026                 | 2026-12-31
      2026年12月31日                 | 2026-12-31
      2026년 12월 31일               | 2026-12-31
      2026-12-31T00:00:00            | 2026-12-31
      2026-12-31 17:30               | 2026-12-31
      2026-12-31 17:30:00.000        | 2026-12-31
      31.12.2026 17:30               | 2026-12-31
      31 Dec 2026 00:00              | 2026-12-31
      2026-12-31T22:59:59Z           | 2026-12-31
      2026-12-31T23:30:00Z           | 2027-01-01
      2026-12-31T23:30:00+01:00      | 2026-12-31
      2026-12-31 23:30:00+00         | 2027-01-01
      2026-12-31 18:00:00-05:00      | 2027-01-01
      2026-12-31 12:00 UTC           | 2026-12-31
      1-Jan-49                       | 2049-01-01
      1-Jan-50                       | 1950-01-01
      NULL                           | -
      \\N                             | -
      n/a                            | -
      N/A                            | -
      -                              | -
      –                              | -
      none                           | -
      (null)                         | -
      0000-00-00                     | -
      0000-00-00 00:00:00            | -
      00.00.0000                     | -
      unlimited                      | -
      46387                          | as Excel's number of a day it would be 2026-12-31
      31.12.26                       | its year has two digits
      31/12/26                       | its year has two digits
      31-Dec-99                      | could be 1999-12-31 or stand for no end at all
      2026-02-30                     | is no date
      2026-00-00                     | is no date
      2026-13-01                     | is no date
      30. Februar 2027               | is no date
      0001-01-01                     | is no date
      31 Foo 2026                    | is no date
      2026-12-31 and more            | is no date
      someday                        | is no date
      """;

  private static final List<LocalDate> DAYS =
      Stream.of("1950-01-01", "1999-12-31", "2024-02-29", "2026-10-25", "2026-12-31", "2049-06-01")
          .map(LocalDate::parse)
          .toList();

  private static final String SOURCE = "name: hr, blank: [unlimited], ";

  private static final String JOB =
      """
      name: dates
      time-zone: Europe/Berlin
      sources:
        - { %s%s }
      rules:
        - { name: read, when: 'person.day >= "1900-01-01"', grant: { roles: { dev: Member } } }
      target: { type: workato, data-center: us, tokens: { dev: sandbox-dev } }
      """;

  @TempDir Path folder;

  /** Writes a table, and returns what the job file says of it. */
  private interface Form {
    String write(List<List<Object>> rows) throws IOException, SQLException;
  }

  private Map<String, Form> forms() {
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("CSV", this::csv);
    forms.put("XLSX", rows -> workbook(rows, XSSFWorkbook::new, "people.xlsx"));
    forms.put("XLS", rows -> workbook(rows, HSSFWorkbook::new, "people.xls"));
    forms.put("PostgreSQL", rows -> table(rows, Postgres.freshDatabase(), "timestamp"));
    forms.put("MariaDB", rows -> table(rows, MariaDbServer.freshDatabase(), "datetime"));
    return forms;
  }

  @Test
  void comeToTheSameAsTexts() throws Exception {
    List<String[]> table = TEXTS.lines().map(line -> line.split(" +\\| ", 2)).toList();
    List<List<Object>> rows = new ArrayList<>();
    Map<String, String> expected = new TreeMap<>();
    for (String[] row : table) {
      expected.put(email(rows.size()), row[1]);
      rows.add(List.of(email(rows.size()), row[0]));
    }
    assertThat(rows).hasSizeGreaterThan(60);

    for (Map.Entry<String, Form> form : forms().entrySet()) {
      Map<String, String> read = read(form.getValue().write(rows));
      expected.forEach(
          (email, what) ->
              assertThat(read.get(email))
                  .as(form.getKey() + ": " + rows.get(number(email)).get(1))
                  .contains(what));
    }
  }

  @Test
  void comeToTheSameAsDays() throws Exception {
    for (boolean withTimes : new boolean[] {false, true}) {
      List<List<Object>> rows = new ArrayList<>();
      Map<String, String> expected = new TreeMap<>();
      for (LocalDate day : DAYS) {
        expected.put(email(rows.size()), day.toString());
        rows.add(
            List.of(email(rows.size()), withTimes ? (Object) day.atTime(23, 45) : (Object) day));
      }

      for (Map.Entry<String, Form> form : forms().entrySet()) {
        assertThat(read(form.getValue().write(rows)))
            .as(form.getKey())
            .containsExactlyInAnyOrderEntriesOf(expected);
      }
    }
  }

  /** What each row came to: a day, {@code -}, or what is wrong. */
  private Map<String, String> read(String source) {
    Path file = JobFiles.write(folder, JOB.formatted(SOURCE, source));
    LoadedJob job = JobFiles.reader().read(file, List.of());
    Map<String, String> read = new TreeMap<>();
    try (RosterReading reading =
        new RosterReading(job, ReadRosters.TODAY, WorkatoTerms.destination())) {
      reading.gatherAll();
      Gathered gathered = reading.seal();
      gathered
          .people()
          .forEach(
              person -> {
                String day = person.attributes().get("day");
                read.put(person.email().address(), day.isEmpty() ? "-" : day);
              });
      gathered
          .rejects()
          .forEach(
              reject -> {
                List<String> what = reject.problems().stream().map(Problem::what).toList();
                read.put(reject.email().orElseThrow().address(), what.toString());
              });
    }
    return read;
  }

  private static String email(int number) {
    return "p%03d@example.com".formatted(number);
  }

  private static int number(String email) {
    return Integer.parseInt(email, 1, 4, 10);
  }

  private String csv(List<List<Object>> rows) throws IOException {
    StringBuilder text = new StringBuilder("Email;Name;Day\n");
    rows.forEach(row -> text.append(row.get(0)).append(";P;").append(row.get(1)).append('\n'));
    Files.writeString(folder.resolve("people.csv"), text);
    return "type: csv, path: people.csv";
  }

  private String workbook(List<List<Object>> rows, Supplier<Workbook> kind, String name)
      throws IOException {
    try (Workbook workbook = kind.get();
        OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      CellStyle shown = workbook.createCellStyle();
      shown.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
      Sheet sheet = workbook.createSheet("People");
      fill(sheet.createRow(0), "Email", "Day", shown);
      for (List<Object> row : rows) {
        fill(sheet.createRow(sheet.getLastRowNum() + 1), row.get(0), row.get(1), shown);
      }
      workbook.write(out);
    }
    return "type: excel, path: " + name;
  }

  private static void fill(Row row, Object email, Object day, CellStyle shown) {
    row.createCell(0).setCellValue(email.toString());
    row.createCell(1).setCellValue(row.getRowNum() == 0 ? "Name" : "P");
    if (day instanceof LocalDate date) {
      row.createCell(2).setCellValue(date);
    } else if (day instanceof LocalDateTime time) {
      row.createCell(2).setCellValue(time);
    } else {
      row.createCell(2).setCellValue(day.toString());
    }
    if (!(day instanceof String)) {
      row.getCell(2).setCellStyle(shown);
    }
  }

  private static String table(List<List<Object>> rows, String url, String moment)
      throws SQLException {
    Object first = rows.get(0).get(1);
    String type =
        first instanceof String ? "varchar(80)" : first instanceof LocalDate ? "date" : moment;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table people (email varchar(80), name varchar(9), day " + type + ")");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into people values (?, 'P', ?)")) {
        for (List<Object> row : rows) {
          insert.setObject(1, row.get(0));
          insert.setObject(2, row.get(1));
          insert.executeUpdate();
        }
      }
    }
    return "type: jdbc, query: 'select email, name, day from people', url: '" + url + "'";
  }
}
