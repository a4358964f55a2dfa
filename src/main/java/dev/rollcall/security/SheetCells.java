package dev.rollcall.security;

import java.util.regex.Pattern;

/**
 * Cells of text files that people open in a spreadsheet. A cell that would be taken for a formula
 * gets an apostrophe in front, and {@link #read} takes off exactly that one.
 */
public final class SheetCells {

  /** Blanks, quotes and what nobody sees do not keep a spreadsheet from seeing a formula. */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\h\\v\\p{Z}\\p{Cf}'\"]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

  private static final Pattern CONTROL = Pattern.compile("^'*+[\\t\\r\\n]");

  private SheetCells() {}

  /** A text that no spreadsheet takes for a formula. */
  public static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** On one line, guarded, and with nothing in it that hides. For reading only. */
  public static String shown(String text) {
    return guarded(PlainText.line(text));
  }

  /** Guarded, with nothing in it that hides, on as many lines as it has. */
  public static String written(String text) {
    return guarded(PlainText.lines(text));
  }

  /** What {@link #shown} or {@link #written} has made of a text, as it was. */
  public static String read(String cell) {
    boolean isGuarded = cell.startsWith("'") && isFormula(cell.substring(1));
    return PlainText.read(isGuarded ? cell.substring(1) : cell);
  }

  /** Apostrophes before it included: so one more can always be told from those that were there. */
  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).find() || CONTROL.matcher(text).find();
  }
}
