package dev.rollcall.source.csv;

import java.util.ArrayList;
import java.util.List;

/** Reads the cells of a line whose quotes have gone wrong, as well as that can be done. */
final class BrokenLine {

  private final String line;
  private final char delimiter;
  private int at;

  private BrokenLine(String line, char delimiter) {
    this.line = line;
    this.delimiter = delimiter;
  }

  /** The cells; a delimiter within quotes counts only where the quotes are closed. */
  static List<String> cells(String line, char delimiter) {
    BrokenLine broken = new BrokenLine(line, delimiter);
    List<String> cells = new ArrayList<>();
    while (broken.at <= line.length()) {
      cells.add(broken.cell());
      broken.at++;
    }
    return cells;
  }

  private String cell() {
    int from = at;
    while (at < line.length() && line.charAt(at) != delimiter && isBlank(line.charAt(at))) {
      at++;
    }
    int closing = at < line.length() && line.charAt(at) == '"' ? closing(at + 1) : -1;
    at = closing < 0 ? from : closing;
    int next = line.indexOf(delimiter, at);
    at = next < 0 ? line.length() : next;
    return unquoted(line.substring(from, at).strip());
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }

  /** Where a quote that is open before this place is closed; -1 where it is not. */
  private int closing(int from) {
    int quote = line.indexOf('"', from);
    while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
      quote = line.indexOf('"', quote + 2);
    }
    return quote;
  }

  private static String unquoted(String cell) {
    int from = cell.startsWith("\"") ? 1 : 0;
    int to = cell.length() > from && cell.endsWith("\"") ? cell.length() - 1 : cell.length();
    return cell.substring(from, to).replace("\"\"", "\"").strip();
  }
}
