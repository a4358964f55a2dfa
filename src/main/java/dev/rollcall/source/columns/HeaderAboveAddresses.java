package dev.rollcall.source.columns;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A header whose words nobody knows, found by what stands below it: addresses. */
final class HeaderAboveAddresses {

  private static final int ENOUGH = 2;

  private HeaderAboveAddresses() {}

  /** The row above the first address, if it is as wide and holds no values itself. */
  static OptionalInt find(List<List<String>> rows) {
    int first =
        IntStream.range(0, rows.size())
            .filter(row -> column(rows.get(row)).isPresent())
            .findFirst()
            .orElse(-1);
    if (first < 1) {
      return OptionalInt.empty();
    }
    int column = column(rows.get(first)).getAsInt();
    for (int row = first - 1; row >= 0; row--) {
      if (filled(rows.get(row)) > 0) {
        return isHeader(rows, row, first, column) ? OptionalInt.of(row) : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** The column of the first address. */
  private static OptionalInt column(List<String> row) {
    return IntStream.range(0, row.size())
        .filter(column -> Addresses.looksLikeOne(row.get(column)))
        .findFirst();
  }

  private static boolean isHeader(List<List<String>> rows, int row, int first, int column) {
    List<String> header = rows.get(row);
    boolean isAbove = column < header.size() && !header.get(column).isBlank();
    boolean isWide = filled(header) >= filled(rows.get(first));
    return isAbove
        && isWide
        && header.stream().noneMatch(HeaderAboveAddresses::isValue)
        && isTable(rows, first, column);
  }

  /**
   * One address below one word may be anything; several, or a row of several cells, are a table.
   */
  private static boolean isTable(List<List<String>> rows, int first, int column) {
    long addresses =
        rows.stream()
            .skip(first)
            .filter(row -> column < row.size() && Addresses.looksLikeOne(row.get(column)))
            .count();
    return addresses >= ENOUGH || filled(rows.get(first)) >= ENOUGH;
  }

  private static boolean isValue(String cell) {
    String text = cell.strip();
    return !text.isEmpty()
        && (text.indexOf('@') > 0
            || RoughDate.looksLikeOne(text)
            || text.chars().allMatch(c -> c < 'A'));
  }

  private static int filled(List<String> row) {
    return (int) row.stream().filter(cell -> !cell.isBlank()).count();
  }
}
