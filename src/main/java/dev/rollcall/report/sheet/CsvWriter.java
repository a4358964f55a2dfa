package dev.rollcall.report.sheet;

import dev.rollcall.security.SheetCells;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows with commas between their cells. */
public final class CsvWriter implements RowWriter {

  /** Without the mark, Excel takes UTF-8 for something else. */
  private static final char MARK = '\uFEFF';

  private final Writer out;

  private CsvWriter(Writer out) {
    this.out = out;
  }

  /** A file, which spreadsheets take for UTF-8. */
  public static CsvWriter file(Writer out) throws IOException {
    out.write(MARK);
    return new CsvWriter(out);
  }

  /** Rows alone. */
  public static CsvWriter stream(Writer out) {
    return new CsvWriter(out);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    out.write(SheetCells.row(cells));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
