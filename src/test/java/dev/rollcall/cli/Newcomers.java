package dev.rollcall.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sheet of sixty people for the sample company's workspace: half of them are there already, and
 * five rows are wrong.
 */
final class Newcomers {

  static final int KNOWN = 30;
  static final int NEW = 25;
  static final int WRONG = 5;

  /** As people write them. */
  enum Form {
    CSV("cohort.csv"),
    XLSX("cohort.xlsx");

    final String file;

    Form(String file) {
      this.file = file;
    }
  }

  private static final List<String> HEADER =
      List.of(
          "E-Mail", "Name", "Status", "Start date", "DEV role", "Groups", "Department", "Country");

  private Newcomers() {}

  /** Writes the sheet beside the sample company. */
  static Path write(Path folder, Form form) throws IOException {
    List<List<String>> rows = rows(folder.resolve("sample-data/workspace.json"));
    Path file = folder.resolve(form.file);
    if (form == Form.CSV) {
      List<String> lines =
          Stream.concat(Stream.of(HEADER), rows.stream())
              .map(row -> String.join(",", row))
              .toList();
      return Files.write(file, lines);
    }
    try (Workbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("Notes").createRow(0).createCell(0).setCellValue("Cohort of spring");
      Sheet sheet = book.createSheet("People");
      fill(sheet.createRow(0), List.of("Cohort of spring"));
      fill(sheet.createRow(2), HEADER);
      for (List<String> row : rows) {
        fill(sheet.createRow(sheet.getLastRowNum() + 1), row);
      }
      book.write(out);
    }
    return file;
  }

  private static void fill(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
    }
  }

  private static List<List<String>> rows(Path workspace) {
    List<List<String>> rows = new ArrayList<>();
    JsonNode members = JsonMapper.shared().readTree(workspace.toFile()).path("members");
    members
        .valueStream()
        .map(member -> member.path("email").asString())
        .filter(email -> email.endsWith("@example.com"))
        .limit(KNOWN)
        .forEach(email -> rows.add(known(email, rows.size())));
    for (int i = 0; i < NEW; i++) {
      rows.add(row("new" + i + "@example.com", "Nina New", "2025-02-03", "Member", "Sales"));
    }
    rows.add(row("nobody", "No Body", "2025-02-03", "Member", "Sales"));
    rows.add(row("", "No Address", "2025-02-03", "Member", "Sales"));
    rows.add(row("two@example.com", "Two Roles", "2025-02-03", "Member; Builder", "Sales"));
    rows.add(row("date@example.com", "Odd Date", "tomorrow", "Member", "Sales"));
    rows.add(row("ünter@exa mple.com", "Odd Address", "2025-02-03", "Member", "Sales"));
    return rows;
  }

  private static List<String> known(String email, int number) {
    return row(email, "", "2024-01-02", "Member", number % 5 == 0 ? "Finance" : "Sales");
  }

  private static List<String> row(
      String email, String name, String start, String role, String department) {
    return List.of(email, name, "Active", start, role, "Operators", department, "US");
  }
}
