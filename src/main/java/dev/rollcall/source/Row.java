package dev.rollcall.source;

import java.util.List;

/**
 * One row as found.
 *
 * @param line the physical line or row, from 1
 * @param cells as texts, unchanged; as many as the row has, which may differ from the header
 * @param flaws what is wrong with cells though they have a text; such a row is rejected
 */
public record Row(int line, List<String> cells, List<CellFlaw> flaws) {

  /** Copies. */
  public Row {
    cells = List.copyOf(cells);
    flaws = List.copyOf(flaws);
  }

  /** A row without flaws. */
  public Row(int line, List<String> cells) {
    this(line, cells, List.of());
  }

  /** The cell in this column, from 0; blank where the row ends before it. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
