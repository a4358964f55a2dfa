package dev.rollcall.source.excel;

import static java.util.Objects.requireNonNull;

/**
 * A sheet of a workbook as a list of sheets shows it.
 *
 * @param told its name in quotes, with the number of its addresses
 */
public record SheetView(String name, String told) {

  /** Checks. */
  public SheetView {
    requireNonNull(name, "name");
    requireNonNull(told, "told");
  }
}
