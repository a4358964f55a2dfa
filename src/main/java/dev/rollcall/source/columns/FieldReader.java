package dev.rollcall.source.columns;

import dev.rollcall.source.Row;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The reader of one roster field: what it takes from a row is a cell, or what is made of one or
 * several.
 */
public final class FieldReader {

  private final int[] columns;
  private final Function<Row, String> reading;

  private FieldReader(int[] columns, Function<Row, String> reading) {
    this.columns = columns;
    this.reading = reading;
  }

  /** One column's cell as it is. */
  public static FieldReader of(int column) {
    return new FieldReader(new int[] {column}, row -> row.cell(column));
  }

  /** The first cell of several that is not blank. */
  static FieldReader firstFilled(List<Integer> columns) {
    int[] own = own(columns);
    return new FieldReader(own, row -> firstFilled(row, own));
  }

  private static String firstFilled(Row row, int[] columns) {
    for (int column : columns) {
      String text = row.cell(column);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /**
   * A template.
   *
   * @param columns in the order of the template, at least one
   * @param between the texts before, between and after them, one more than columns
   */
  static FieldReader template(List<Integer> columns, List<String> between) {
    int[] own = own(columns);
    List<String> texts = List.copyOf(between);
    return new FieldReader(own, row -> fill(row, own, texts));
  }

  private static int[] own(List<Integer> columns) {
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String fill(Row row, int[] columns, List<String> between) {
    StringBuilder filled = new StringBuilder(between.get(0));
    boolean blank = true;
    for (int i = 0; i < columns.length; i++) {
      String cell = row.cell(columns[i]);
      blank &= cell.isBlank();
      filled.append(cell).append(between.get(i + 1));
    }
    return blank ? "" : filled.toString();
  }

  /** The same, with something made of its text. */
  FieldReader then(UnaryOperator<String> change) {
    return new FieldReader(columns, row -> change.apply(reading.apply(row)));
  }

  /** The column that a problem with this text is shown at. */
  public int column() {
    return columns[0];
  }

  /** All columns it reads. */
  public int[] columns() {
    return columns.clone();
  }

  /** The text; empty where all cells are blank. */
  public String text(Row row) {
    return reading.apply(row);
  }
}
