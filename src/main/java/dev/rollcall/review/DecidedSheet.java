package dev.rollcall.review;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.report.review.ReviewColumns;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.ColumnSpec;
import dev.rollcall.source.columns.HeaderSearch;
import dev.rollcall.source.csv.CsvSettings;
import dev.rollcall.source.csv.CsvSource;
import dev.rollcall.source.excel.ExcelSettings;
import dev.rollcall.source.excel.ExcelSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the decisions out of a review that was filled in: a workbook, or a CSV file. */
final class DecidedSheet {

  private static final List<String> NEEDED =
      List.of(
          ReviewColumns.WHO,
          ReviewColumns.RIGHT,
          ReviewColumns.ON,
          ReviewColumns.LEVEL,
          ReviewColumns.THROUGH,
          ReviewColumns.DECISION,
          ReviewColumns.LINE);

  private final List<Problem> problems = new ArrayList<>();
  private final List<DecidedLine> lines = new ArrayList<>();
  private Map<String, Integer> columns = Map.of();

  private DecidedSheet() {}

  /**
   * The lines with a decision.
   *
   * @throws UnreadableSource with all that is wrong with it
   */
  static List<DecidedLine> read(Path file) {
    if (Files.notExists(file)) {
      throw new UnreadableSource(
          file.toString(),
          "there is no such file",
          "rollcall review JOB --out FILE.xlsx writes a review to be decided");
    }
    DecidedSheet sheet = new DecidedSheet();
    try (Source.Rows rows = source(file).open()) {
      sheet.take(rows);
    }
    if (!sheet.problems.isEmpty()) {
      throw new UnreadableSource(sheet.problems);
    }
    return sheet.lines;
  }

  private static Source source(Path file) {
    String label = file.toString();
    String name = label.toLowerCase(Locale.ROOT);
    HeaderSearch header = HeaderSearch.naming(NEEDED.stream().map(ColumnSpec::of).toList());
    if (name.endsWith(".csv")) {
      return new CsvSource(
          new CsvSettings("review", file, label, Optional.empty(), Optional.empty(), header));
    }
    if (name.endsWith(".xlsx")) {
      return ExcelSource.withoutFormulas(
          new ExcelSettings(
              "review",
              file,
              label,
              Optional.of("Review"),
              Optional.empty(),
              Optional.empty(),
              header));
    }
    throw new UnreadableSource(
        label, "is neither a workbook nor a CSV file", "decide in the .xlsx or .csv of a review");
  }

  private void take(Source.Rows rows) {
    columns = columns(rows.place());
    for (Row row = rows.next(); row != null; row = rows.next()) {
      take(row, rows.place());
    }
  }

  private static Map<String, Integer> columns(Place place) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int column = 0; column < place.columns().size(); column++) {
      columns.putIfAbsent(place.columns().get(column).strip(), column);
    }
    List<Problem> missing =
        NEEDED.stream()
            .filter(needed -> !columns.containsKey(needed))
            .map(
                needed ->
                    new Problem(
                        place.label(),
                        "there is no column \"" + needed + "\", so it is no review",
                        "decide in a file that rollcall review JOB --out has written"))
            .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableSource(missing);
    }
    return columns;
  }

  private void take(Row row, Place place) {
    String where = new Origin(place, row.line(), column(ReviewColumns.DECISION)).toString();
    Optional<CellFlaw> decisionFlaw = flaw(row, List.of(ReviewColumns.DECISION));
    String decision = text(row, ReviewColumns.DECISION).strip().toLowerCase(Locale.ROOT);
    if (decisionFlaw.isEmpty() && decision.isEmpty()) {
      return;
    }
    Optional<CellFlaw> flaw = decisionFlaw.or(() -> flaw(row, NEEDED));
    if (flaw.isPresent()) {
      String at = new Origin(place, row.line(), flaw.get().column()).toString();
      problems.add(
          new Problem(
              at,
              "the cell " + flaw.get().what(),
              "write keep or remove as a word, and leave the other cells as they were"));
    } else if (!decision.equals(ReviewColumns.KEEP) && !decision.equals(ReviewColumns.REMOVE)) {
      problems.add(
          new Problem(
              where, "\"" + decision + "\" is no decision", "write keep or remove, or nothing"));
    } else {
      lines.add(line(row, where, decision.equals(ReviewColumns.REMOVE)));
    }
  }

  private Optional<CellFlaw> flaw(Row row, List<String> headers) {
    List<Integer> among = headers.stream().map(this::column).toList();
    return row.flaws().stream().filter(flaw -> among.contains(flaw.column())).findFirst();
  }

  private DecidedLine line(Row row, String where, boolean remove) {
    return new DecidedLine(
        where,
        text(row, ReviewColumns.WHO),
        text(row, ReviewColumns.RIGHT),
        text(row, ReviewColumns.ON),
        text(row, ReviewColumns.LEVEL),
        text(row, ReviewColumns.THROUGH),
        remove,
        text(row, ReviewColumns.LINE));
  }

  private int column(String header) {
    return columns.getOrDefault(header, 0);
  }

  private String text(Row row, String header) {
    return SheetCells.read(row.cell(column(header)));
  }
}
