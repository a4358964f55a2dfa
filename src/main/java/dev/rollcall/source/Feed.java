package dev.rollcall.source;

import java.util.List;

/** What one roster field reads from a row: a cell, or a template filled from several. */
final class Feed {

  private final int[] columns;
  private final List<String> between;

  private Feed(int[] columns, List<String> between) {
    this.columns = columns;
    this.between = between;
  }

  /** One column's cell as it is. */
  static Feed of(int column) {
    return new Feed(new int[] {column}, List.of());
  }

  /**
   * A template.
   *
   * @param columns in the order of the template, at least one
   * @param between the texts before, between and after them, one more than columns
   */
  static Feed template(List<Integer> columns, List<String> between) {
    return new Feed(columns.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(between));
  }

  /** The column that a problem with this text is shown at. */
  int column() {
    return columns[0];
  }

  /** All columns it reads. */
  int[] columns() {
    return columns.clone();
  }

  /** The text; empty where all cells are blank. */
  String text(Row row) {
    return between.isEmpty() ? cell(row, columns[0]) : fill(row);
  }

  private String fill(Row row) {
    StringBuilder filled = new StringBuilder(between.get(0));
    boolean blank = true;
    for (int i = 0; i < columns.length; i++) {
      String cell = cell(row, columns[i]);
      blank &= cell.isBlank();
      filled.append(cell).append(between.get(i + 1));
    }
    return blank ? "" : filled.toString();
  }

  private static String cell(Row row, int column) {
    return column < row.cells().size() ? row.cells().get(column) : "";
  }
}
