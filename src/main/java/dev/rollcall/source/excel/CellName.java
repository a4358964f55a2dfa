package dev.rollcall.source.excel;

/** Reads and writes the names of cells, {@code C17}. */
public final class CellName {

  private CellName() {}

  /** The column, from 0; -1 where the name has none. */
  static int column(String name) {
    int column = 0;
    int at = 0;
    for (; at < name.length() && isLetter(name.charAt(at)) && at < 4; at++) {
      column = column * 26 + (name.charAt(at) & 0x1F);
    }
    return column - 1;
  }

  /** The row, from 1; 0 where the name has none. */
  static int row(String name) {
    int row = 0;
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c >= '0' && c <= '9' && row < 100_000_000) {
        row = row * 10 + (c - '0');
      }
    }
    return row;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** The letters of a column from 0. */
  public static String letters(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }
}
