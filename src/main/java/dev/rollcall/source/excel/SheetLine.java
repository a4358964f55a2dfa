package dev.rollcall.source.excel;

import java.util.List;

/**
 * A row of a sheet as the workbook has it.
 *
 * @param row from 1
 * @param hidden whether people do not see it
 * @param cells from column 0, as far as there are any
 * @param beyond the first column with a value behind the columns asked for; -1 where there is none
 */
record SheetLine(int row, boolean hidden, List<Cell> cells, int beyond) {

  boolean isBlank() {
    for (Cell cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.BLANK;
  }

  List<String> texts() {
    return cells.stream().map(Cell::text).toList();
  }
}
