package dev.rollcall.source.excel;

/**
 * A cell as a workbook keeps it and as it reads.
 *
 * @param kind what is kept
 * @param kept the value as kept: a text, the digits of a number, {@code 1} or {@code 0}, an error
 * @param style the number of its style in the workbook
 * @param text how it reads
 * @param wrong what is wrong with it, as the middle of a sentence; empty where nothing is
 * @param remedy what would be right; empty where nothing is known
 */
record Cell(Kind kind, String kept, int style, String text, String wrong, String remedy) {

  /** What a cell keeps. */
  enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    BOOLEAN,
    ERROR
  }

  static final Cell BLANK = new Cell(Kind.BLANK, "", 0, "", "", "");

  static Cell text(String text, int style) {
    return text.isEmpty() ? BLANK : new Cell(Kind.TEXT, text, style, text, "", "");
  }

  static Cell truth(boolean value, int style) {
    return new Cell(Kind.BOOLEAN, value ? "1" : "0", style, value ? "TRUE" : "FALSE", "", "");
  }

  static Cell error(String error, int style) {
    return new Cell(
        Kind.ERROR,
        error,
        style,
        error,
        "holds the error " + error,
        "mend its formula, or write the value itself");
  }

  /** A formula whose result was never worked out, or not saved. */
  static Cell withoutResult(int style) {
    return new Cell(
        Kind.BLANK,
        "",
        style,
        "",
        "holds a formula without a result",
        "open the workbook in Excel or LibreOffice and save it, or write the value itself");
  }

  boolean isBlank() {
    return text.isBlank() && wrong.isEmpty();
  }
}
