package dev.rollcall.source.excel;

/**
 * A sheet of a workbook as a list of sheets shows it.
 *
 * @param told its name in quotes, with the number of its addresses
 */
public record SheetView(String name, String told) {}
