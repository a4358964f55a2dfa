package dev.rollcall.source.excel;

import dev.rollcall.model.Place;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing about a sheet: parts that people do not see, or would read otherwise. */
final class SheetNotes {

  private final Place place;
  private final SheetChoice.Chosen chosen;
  private final int headerRow;
  private int hiddenRows;
  private int firstHidden;
  private String firstNameless = "";

  SheetNotes(Place place, SheetChoice.Chosen chosen, int headerRow) {
    this.place = place;
    this.chosen = chosen;
    this.headerRow = headerRow;
  }

  /** Takes note of a row that is not blank. */
  void see(SheetLine line) {
    if (line.hidden()) {
      firstHidden = hiddenRows == 0 ? line.row() : firstHidden;
      hiddenRows++;
    }
    if (firstNameless.isEmpty()) {
      int nameless = line.beyond();
      for (int column = line.cells().size() - 1; column >= 0; column--) {
        if (place.columns().get(column).isEmpty() && !line.cells().get(column).isBlank()) {
          nameless = column;
        }
      }
      firstNameless = nameless < 0 ? "" : CellName.letters(nameless) + line.row();
    }
  }

  /** As sentences, each with the sheet; complete once all rows are read. */
  List<String> remarks(MergedCells merges, Book.Lines lines) {
    List<String> remarks = new ArrayList<>();
    if (chosen.sheet().hidden()) {
      remarks.add("the sheet is hidden, and is read");
    }
    if (headerRow != chosen.start().get(0).row()) {
      remarks.add("the header is taken from row " + headerRow);
    }
    for (int column = 0; column < place.columns().size(); column++) {
      if (lines.isHidden(column) && !place.columns().get(column).isEmpty()) {
        remarks.add(
            "column %s (%s) is hidden, and is read"
                .formatted(CellName.letters(column), place.columns().get(column)));
      }
    }
    if (hiddenRows > 0) {
      remarks.add(
          hiddenRows == 1
              ? "row " + firstHidden + " is hidden, and is read"
              : hiddenRows + " rows are hidden, and are read, the first is row " + firstHidden);
    }
    merges
        .firstUsed()
        .map(
            region ->
                "merged cells count for each of their rows, the first are %s%d:%1$s%d"
                    .formatted(CellName.letters(region.column()), region.top(), region.bottom()))
        .ifPresent(remarks::add);
    if (!firstNameless.isEmpty()) {
      remarks.add(
          "what stands in columns without a header is not read, the first is " + firstNameless);
    }
    return remarks.stream().map(remark -> place.label() + ": " + remark).toList();
  }
}
