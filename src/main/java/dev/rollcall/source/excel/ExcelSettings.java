package dev.rollcall.source.excel;

import dev.rollcall.source.columns.HeaderSearch;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A sheet of a workbook to be read.
 *
 * @param name of the source
 * @param path of the file
 * @param label how the file is called in messages, e.g. the path as the job file has it
 * @param sheet its name, else its number from 1; empty where it is to be found out
 * @param headerRow the row of the headers, from 1; empty where it is to be found out
 * @param password of the workbook
 * @param headers how a header is told from what stands above it
 */
public record ExcelSettings(
    String name,
    Path path,
    String label,
    Optional<String> sheet,
    Optional<Integer> headerRow,
    Optional<String> password,
    HeaderSearch headers) {

  /** The same with another sheet. */
  public ExcelSettings withSheet(String other) {
    return new ExcelSettings(name, path, label, Optional.of(other), headerRow, password, headers);
  }

  /** The same with the sheet to be found out. */
  public ExcelSettings withoutSheet() {
    return new ExcelSettings(name, path, label, Optional.empty(), headerRow, password, headers);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ExcelSettings[" + name + ", " + label + "]";
  }
}
