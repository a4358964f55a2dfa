package dev.rollcall.model;

import java.util.List;

/**
 * Where rows come from, and how a cell of it is called: shared by all origins of one source.
 *
 * @param label the file, or file and sheet ({@code people.xlsx!Active people}), or query name
 * @param style how a cell is written
 * @param columns the header of each column, from 0; empty where there is none
 */
public record Place(String label, Style style, List<String> columns) {

  /** How a place within a source is written. */
  public enum Style {
    /** {@code people.csv:17 (Status)}. */
    LINE,
    /** {@code people.xlsx!People!C17}. */
    CELL,
    /** {@code hr: row 17 (status)}. */
    ROW
  }

  /** Copies. */
  public Place {
    columns = List.copyOf(columns);
  }

  /** A file of lines without columns, such as a job file. */
  public static Place ofLines(String label) {
    return new Place(label, Style.LINE, List.of());
  }

  String at(int row, int column) {
    if (row < 1) {
      return label;
    }
    if (style == Style.CELL) {
      return label + "!" + (column < 0 ? "" : letters(column)) + row;
    }
    return label
        + (style == Style.ROW ? ": row " : ":")
        + row
        + (column >= 0 && column < columns.size() ? " (" + columns.get(column) + ")" : "");
  }

  private static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
