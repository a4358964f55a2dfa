package dev.rollcall.source.excel;

import dev.rollcall.source.UnreadableSource;

/** The error for a workbook that cannot be read. */
final class UnreadableWorkbook {

  private UnreadableWorkbook() {}

  /** A workbook, or a part of it, that is not as it should be. */
  static UnreadableSource at(String where, String what) {
    return new UnreadableSource(where, what, "open it in Excel or LibreOffice, and save it anew");
  }

  /** A workbook made to exhaust whoever reads it, or too large to be a roster. */
  static UnreadableSource tooMuch(String where, String what) {
    return new UnreadableSource(
        where, what, "no roster is like that; copy the people to a new workbook");
  }
}
