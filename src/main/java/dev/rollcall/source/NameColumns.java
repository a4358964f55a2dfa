package dev.rollcall.source;

import java.util.Optional;

/** Reads a person's name: the full name, else first and last name. */
final class NameColumns {

  private final Optional<Feed> name;
  private final Optional<Feed> first;
  private final Optional<Feed> last;

  NameColumns(Columns columns) {
    this.name = columns.one(RosterField.NAME);
    this.first = columns.one(RosterField.FIRST_NAME);
    this.last = columns.one(RosterField.LAST_NAME);
  }

  /** The name; empty where the row has none. */
  String read(Row row, RowProblems problems) {
    String full = read(name, row, problems);
    if (!full.isEmpty()) {
      return full;
    }
    return (read(first, row, problems) + " " + read(last, row, problems)).strip();
  }

  /** A name with line breaks and an address in it has swallowed the rows that follow. */
  private static String read(Optional<Feed> feed, Row row, RowProblems problems) {
    if (feed.isEmpty()) {
      return "";
    }
    String text = feed.get().text(row);
    if (Cells.hasLineBreak(text) && text.indexOf('@') >= 0) {
      problems.addUnsure(
          feed.get().column(),
          "the cell holds more than a name, probably other rows",
          "close the quote that is open in this row");
    }
    return Cells.oneLine(text);
  }
}
