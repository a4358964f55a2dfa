package dev.rollcall.security;

import static java.util.stream.Collectors.joining;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells of text files that people open in a spreadsheet. A cell that would be taken for a formula
 * gets an apostrophe in front, and {@link #read} takes off exactly that one.
 *
 * <p>Not every spreadsheet splits at the sign that a file is written with, and to one that does not
 * quotes within a line mean nothing. So a sign or a line break at which one could split is shown as
 * an escape where a formula would follow.
 */
public final class SheetCells {

  /** Blanks, quotes and what nobody sees do not keep a spreadsheet from seeing a formula. */
  private static final Pattern FORMULA =
      Pattern.compile("^[\\s\\h\\v\\p{Z}\\p{Cf}'\"]*+[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

  private static final Pattern CONTROL = Pattern.compile("^'*+[\\t\\r\\n]");

  /** What some spreadsheet takes for the end of a cell; blanks at its ends would be cut off. */
  private static final Pattern QUOTED =
      Pattern.compile("[;,|\"\\t\\r\\n]|^[\\s\\h\\p{Z}]|[\\s\\h\\p{Z}]$");

  private static final String SPLITTING = ";|\t\n";
  private static final String STARTING = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private SheetCells() {}

  /** These on a line of a file whose cells are separated by commas, in quotes where need be. */
  public static String row(List<String> cells) {
    return cells.stream().map(SheetCells::quoted).collect(joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    return QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** A text that no spreadsheet takes for a formula. */
  public static String guarded(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /** On one line, guarded, and with nothing in it that hides. For reading only. */
  public static String shown(String text) {
    return guarded(unsplit(PlainText.line(text)));
  }

  /** Guarded, with nothing in it that hides, on as many lines as it has. */
  public static String written(String text) {
    return guarded(unsplit(PlainText.lines(text)));
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

  /** Without a sign in front of a formula that may be taken for the end of a cell. */
  private static String unsplit(String text) {
    BitSet splits = splits(text);
    if (splits.isEmpty()) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length() + 16);
    int from = 0;
    for (int at = splits.nextSetBit(0); at >= 0; at = splits.nextSetBit(from)) {
      whole.append(text, from, at).append(PlainText.escape(text.charAt(at)));
      from = at + 1;
    }
    return whole.append(text, from, text.length()).toString();
  }

  private static BitSet splits(String text) {
    BitSet splits = new BitSet();
    boolean formulaFollows = false;
    for (int at = text.length() - 1; at >= 0; at--) {
      char letter = text.charAt(at);
      splits.set(at, formulaFollows && SPLITTING.indexOf(letter) >= 0);
      formulaFollows = STARTING.indexOf(letter) >= 0 || formulaFollows && isSkipped(letter);
    }
    return splits;
  }

  private static boolean isSkipped(char letter) {
    return letter == '\'' || letter == '"' || FoldedText.isBlank(letter);
  }
}
