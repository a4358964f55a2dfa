package dev.rollcall.source.excel;

import static java.util.Objects.requireNonNull;

import dev.rollcall.source.Source;

/** A roster on a sheet of an Excel workbook. */
public final class ExcelSource implements Source {

  private final ExcelSettings settings;

  /** A source that reads the file each time it is opened. */
  public ExcelSource(ExcelSettings settings) {
    this.settings = requireNonNull(settings, "settings");
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Rows open() {
    return ExcelRows.open(settings);
  }
}
