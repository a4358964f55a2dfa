package dev.rollcall.export;

import dev.rollcall.report.roster.EscapedRows;
import dev.rollcall.report.sheet.CsvWriter;
import dev.rollcall.report.sheet.RowWriter;
import dev.rollcall.report.sheet.WorkbookWriter;
import dev.rollcall.security.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A form of file in which a roster is exported. */
enum RosterFile {
  /** Cells with commas between them. */
  CSV(".csv", "csv") {
    @Override
    RowWriter writer(Path file, int columns) throws IOException {
      return CsvWriter.file(OwnerOnly.ALONE.writer(file));
    }
  },
  /** A workbook of one sheet. */
  WORKBOOK(".xlsx", "excel") {
    @Override
    RowWriter writer(Path file, int columns) throws IOException {
      return new WorkbookWriter(OwnerOnly.ALONE.output(file), "People", columns);
    }
  };

  private final String ending;
  private final String type;

  RosterFile(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  /**
   * The form that a file's name asks for.
   *
   * @throws CannotExport where it asks for none
   */
  static RosterFile of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (RosterFile form : values()) {
      if (name.endsWith(form.ending)) {
        return form;
      }
    }
    throw new CannotExport(
        "--out " + file,
        "is neither .xlsx nor .csv",
        "write roster.xlsx, roster.csv, or - for CSV");
  }

  /** What its name ends with. */
  String ending() {
    return ending;
  }

  /** What a job file calls such a source. */
  String type() {
    return type;
  }

  /**
   * Writes a file that is its owner's alone.
   *
   * @throws CannotExport where this form has no room for a row
   */
  void write(Path file, EscapedRows rows) throws IOException {
    try (RowWriter writer = writer(file, rows.width())) {
      rows.writeTo(writer);
    } catch (RowWriter.MisfitRow e) {
      throw new CannotExport("--out", String.valueOf(e.getMessage()), "write a .csv");
    }
  }

  abstract RowWriter writer(Path file, int columns) throws IOException;
}
