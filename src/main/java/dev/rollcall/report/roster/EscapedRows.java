package dev.rollcall.report.roster;

import dev.rollcall.report.sheet.RowWriter;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.RejectNotes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a roster as people may open them in a spreadsheet: a cell that would be taken for a
 * formula is guarded, and what would hide in a cell is shown. Where that was done, a column of its
 * own says in which rows, and whoever reads the file as a roster takes it back.
 */
public record EscapedRows(List<String> headers, List<List<String>> rows) {

  /** Copies the headers; rows are taken as they are, for there are many. */
  public EscapedRows {
    headers = List.copyOf(headers);
  }

  /** How many columns there are, that one included. */
  public int width() {
    return headers.size() + 1;
  }

  /** Writes header and rows; the writer stays open. */
  public void writeTo(RowWriter out) throws IOException {
    boolean escapes = isEscaped(headers) || rows.stream().anyMatch(EscapedRows::isEscaped);
    out.row(cells(headers, escapes ? RejectNotes.ESCAPES : ""));
    for (List<String> row : rows) {
      out.row(cells(row, escapes ? isEscaped(row) ? "yes" : "no" : ""));
    }
  }

  private static boolean isEscaped(List<String> texts) {
    return texts.stream().anyMatch(text -> !SheetCells.written(text).equals(text));
  }

  private static List<String> cells(List<String> texts, String escapes) {
    List<String> cells = new ArrayList<>(texts.stream().map(SheetCells::written).toList());
    if (!escapes.isEmpty()) {
      cells.add(escapes);
    }
    return cells;
  }
}
