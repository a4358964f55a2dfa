package dev.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * One roster, written as files and tables of many kinds.
 *
 * @param rows the header first
 */
record RosterForms(List<List<String>> rows) {

  /** How cells that look like dates are kept. */
  enum Dates {
    AS_TEXT,
    AS_DATES
  }

  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

  static RosterForms read(Path csv) throws IOException {
    try (Reader text = Files.newBufferedReader(csv);
        CSVParser records = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      return new RosterForms(records.stream().map(CSVRecord::toList).toList());
    }
  }

  List<String> header() {
    return rows.get(0);
  }

  /** The same with other words in its cells; the header stays. */
  RosterForms with(UnaryOperator<String> change) {
    List<List<String>> changed = new ArrayList<>(List.of(header()));
    rows.stream().skip(1).map(row -> row.stream().map(change).toList()).forEach(changed::add);
    return new RosterForms(changed);
  }

  /** The same as far as a column of dates can hold it: what is no date is blank there. */
  RosterForms withDatesAlone() {
    List<List<String>> changed = new ArrayList<>(List.of(header()));
    for (List<String> row : rows.subList(1, rows.size())) {
      List<String> cells = new ArrayList<>(row);
      for (int column = 0; column < cells.size(); column++) {
        if (isOfDates(column) && !cells.get(column).matches(DAY)) {
          cells.set(column, "");
        }
      }
      changed.add(cells);
    }
    return new RosterForms(changed);
  }

  private boolean isOfDates(int column) {
    return header().get(column).endsWith(" Date");
  }

  /** A text file, and what stands above its header. */
  void csv(Path file, CSVFormat format, Charset charset, String above) throws IOException {
    StringBuilder text = new StringBuilder(above);
    for (List<String> row : rows) {
      format.printRecord(text, row.toArray());
    }
    ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    }
  }

  /** The same in UTF-8. */
  void csv(Path file, CSVFormat format, String above) throws IOException {
    csv(file, format, StandardCharsets.UTF_8, above);
  }

  /** A sheet behind another; its header is in the third row, below a title. */
  void workbook(Path file, Workbook workbook, Dates dates) throws IOException {
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("from HR");
      Sheet sheet = workbook.createSheet("Active people");
      sheet.createRow(0).createCell(0).setCellValue("Everybody");
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      for (int row = 0; row < rows.size(); row++) {
        fill(sheet.createRow(row + 2), rows.get(row), day, dates);
      }
      workbook.write(out);
    }
  }

  private static void fill(Row row, List<String> cells, CellStyle day, Dates dates) {
    for (int column = 0; column < cells.size(); column++) {
      String text = cells.get(column);
      if (dates == Dates.AS_DATES && text.matches(DAY)) {
        row.createCell(column).setCellValue(LocalDate.parse(text));
        row.getCell(column).setCellStyle(day);
      } else if (!text.isEmpty()) {
        row.createCell(column).setCellValue(text);
      }
    }
  }

  /** A table; returns the query that gives the same columns in the same order. */
  String table(String url, char quote, Dates dates) throws SQLException {
    List<String> names = header().stream().map(name -> quote + name + quote).toList();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> columns = new ArrayList<>();
      for (int column = 0; column < names.size(); column++) {
        boolean isDate = dates == Dates.AS_DATES && isOfDates(column);
        columns.add(names.get(column) + (isDate ? " DATE" : " VARCHAR(300)"));
      }
      statement.execute("CREATE TABLE people (line INT, " + String.join(", ", columns) + ")");
      connection.setAutoCommit(false);
      insert(connection, dates);
      connection.commit();
    }
    return "SELECT " + String.join(", ", names) + "\nFROM people\nORDER BY line;\n";
  }

  /** Where dates are dates, what is blank is null. */
  private void insert(Connection connection, Dates dates) throws SQLException {
    String places = header().stream().map(name -> ", ?").collect(Collectors.joining());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO people VALUES (?" + places + ")")) {
      for (int line = 1; line < rows.size(); line++) {
        insert.setInt(1, line);
        for (int column = 0; column < header().size(); column++) {
          String text = rows.get(line).get(column);
          insert.setObject(column + 2, dates == Dates.AS_TEXT ? text : typed(column, text));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private Object typed(int column, String text) {
    if (text.isEmpty()) {
      return null;
    }
    return isOfDates(column) ? LocalDate.parse(text) : text;
  }
}
