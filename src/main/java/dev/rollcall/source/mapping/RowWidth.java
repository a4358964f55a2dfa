package dev.rollcall.source.mapping;

import dev.rollcall.model.Place;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.columns.Columns;
import dev.rollcall.source.columns.FieldReader;
import dev.rollcall.source.columns.KnownLayout;
import java.util.Collections;
import java.util.Optional;

/** Whether the cells of a row stand below their headers, or have moved. */
final class RowWidth {

  private final Place place;
  private final Optional<FieldReader> address;
  private final int leastCells;

  /**
   * That of a source.
   *
   * @param address what is believed where cells have moved; empty where nothing is
   */
  RowWidth(Columns columns, Place place, Optional<FieldReader> address) {
    this.place = place;
    this.address = address;
    this.leastCells = leastCells(columns, place);
  }

  /** Some programs leave out cells at the end, behind the last that is read. */
  private static int leastCells(Columns columns, Place place) {
    return columns.layout().filter(known -> known.has(KnownLayout.Trait.ENDS_EARLY)).isPresent()
        ? Collections.max(columns.used()) + 1
        : place.columns().size();
  }

  /** Blank cells beyond the header are no cells; a row too short may be a row cut off. */
  boolean hasMoved(Row row) {
    int width = place.columns().size();
    int cells = row.cells().size();
    return cells < leastCells
        || cells > width && !row.cells().subList(width, cells).stream().allMatch(String::isBlank);
  }

  /** Says that they have. */
  void addMoved(Row row, RowProblems problems) {
    int cells = row.cells().size();
    String what =
        "the row has %d %s, the header %d"
            .formatted(cells, cells == 1 ? "cell" : "cells", place.columns().size());
    add(
        new CellFlaw(
            -1, what, "add or remove a delimiter, or put a cell that contains one in quotes"),
        row,
        problems);
  }

  /** What is wrong with a row as a whole may have moved its cells. */
  void add(CellFlaw flaw, Row row, RowProblems problems) {
    if (flaw.column() < 0 && !hasOneAddressInItsColumn(row)) {
      problems.addUnsure(-1, flaw.what(), flaw.remedy());
    } else {
      problems.add(flaw.column(), flaw.what(), flaw.remedy());
    }
  }

  /** Where cells have moved, the only address of the row is believed, and only in its column. */
  private boolean hasOneAddressInItsColumn(Row row) {
    return address.filter(feed -> feed.text(row).indexOf('@') >= 0).isPresent()
        && row.cells().stream().filter(cell -> cell.indexOf('@') >= 0).count() == 1;
  }
}
