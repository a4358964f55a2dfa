package dev.rollcall.source.csv;

import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.Row;
import dev.rollcall.source.UnreadableSource;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The rows below the header, those with wrong quotes included: line by line, each with its flaw.
 *
 * <p>A quote that is not closed swallows what follows. So the line where it is opened is handed
 * back as flawed, and reading goes on at the next line that is whole and has as many cells as
 * others: no row is lost, and no two are taken for one. Where no such line comes soon, the file as
 * a whole is refused.
 */
final class BodyRows {

  private static final int MOST_BROKEN_LINES = 50;

  /** The most characters that are read a second time. */
  private static final long MOST_REREAD = 64_000_000;

  private static final String REMEDY =
      "close the quote, or write a quote within a cell twice and the whole cell in quotes";

  private final String label;
  private final CsvRecords records;
  private final char delimiter;
  private final int width;
  private final Deque<Row> ready = new ArrayDeque<>();
  private int usualCells;
  private int doubtfulUntil;
  private long reread;

  /**
   * What follows the header.
   *
   * @param width how many cells the header has
   */
  BodyRows(String label, CsvRecords records, char delimiter, int width) {
    this.label = label;
    this.records = records;
    this.delimiter = delimiter;
    this.width = width;
    this.usualCells = width;
  }

  /** The next row; null at the end. */
  Row next() throws IOException {
    if (ready.isEmpty() && records.next()) {
      if (isSound(records.row())) {
        return parsed();
      }
      resynchronise();
    }
    return ready.poll();
  }

  private Row parsed() throws IOException {
    RowCutter row = records.row();
    int line = row.line();
    usualCells = row.cells();
    return new Row(line, List.of(records.cells()));
  }

  private boolean isSound(RowCutter row) {
    return row.shape() == RowCutter.Shape.WHOLE
        && !(row.lastLine() > row.line() && hasSwallowedRows(row))
        && !(row.hasStrayQuote() && row.line() <= doubtfulUntil);
  }

  private boolean hasSwallowedRows(RowCutter row) {
    return hasSwallowedRows(row.text(), delimiter, width);
  }

  /** Whether a later line of a row looks like a row of its own: as wide, and with an address. */
  static boolean hasSwallowedRows(String row, char delimiter, int width) {
    return row.lines().skip(1).anyMatch(line -> looksLikeRow(line, delimiter, width));
  }

  private static boolean looksLikeRow(String line, char delimiter, int width) {
    return line.indexOf('@') >= 0
        && line.chars().filter(c -> c == delimiter).count() == width - 1
        && !line.stripLeading().startsWith("@");
  }

  private void resynchronise() throws IOException {
    RowCutter row = records.row();
    UnreadableSource refusal = refusal(row);
    int first = row.line();
    boolean more = true;
    while (more && !(isSound(row) && fits(row) && !ready.isEmpty())) {
      doubtfulUntil = Math.max(doubtfulUntil, row.lastLine());
      reread += row.length();
      String what = ready.isEmpty() ? what(row) : "the quote of line " + first + " is still open";
      if (reread > MOST_REREAD || ready.size() == MOST_BROKEN_LINES || !row.keepFirstLine()) {
        throw refusal;
      }
      ready.add(
          new Row(
              row.line(),
              BrokenLine.cells(row.text(), delimiter),
              List.of(new CellFlaw(-1, what, REMEDY))));
      more = records.next();
    }
    if (more) {
      ready.add(parsed());
    }
  }

  private boolean fits(RowCutter row) {
    return row.cells() == width || row.cells() == usualCells;
  }

  private static String what(RowCutter row) {
    return switch (row.shape()) {
      case TEXT_BEHIND_QUOTE ->
          row.lastLine() == row.line()
              ? "in this row, text follows a closing quote"
              : "a quote is opened in this row and not closed before line " + row.lastLine();
      case NEVER_CLOSED, TOO_LONG -> "a quote is opened in this row and never closed";
      case WHOLE ->
          row.lastLine() == row.line()
              ? "a quote stands alone in this row"
              : "a quote is opened in this row and closed only in line "
                  + row.lastLine()
                  + ", behind other rows";
    };
  }

  private UnreadableSource refusal(RowCutter row) {
    String where = label + ":" + row.line();
    return row.shape() == RowCutter.Shape.TOO_LONG
        ? new UnreadableSource(
            where,
            "the row that begins here has more than " + RowCutter.LONGEST_ROW + " characters",
            "look for a quote that is never closed")
        : new UnreadableSource(
            where, what(row) + ", and it is unsure where the next row begins", REMEDY);
  }
}
