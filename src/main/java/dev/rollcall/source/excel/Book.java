package dev.rollcall.source.excel;

import dev.rollcall.source.UnreadableSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that is open.
 *
 * <p>Must: throw {@link UnreadableSource} or IOException where it is damaged, never anything else
 * that a reader of the file could cause.
 */
interface Book extends Closeable {

  /**
   * A sheet that has cells.
   *
   * @param name as people see it
   * @param part where the workbook keeps it
   */
  record Sheet(String name, boolean hidden, String part) {}

  /** In the order of the tabs, hidden ones included. */
  List<Sheet> sheets();

  /** Its rows, from the first. The caller closes them. */
  Lines lines(Sheet sheet) throws IOException;

  /** Cells that count for several rows. */
  MergedCells merges(Sheet sheet) throws IOException;

  /** How its cells look, to be copied. */
  StyleParts styleParts() throws IOException;

  /** The rows of one sheet, in order. */
  interface Lines extends Closeable {

    /** The next row, blank ones included as far as the workbook has them; null at the end. */
    @Nullable SheetLine next() throws IOException;

    /** Cells in this column and behind it are of no interest any more. */
    void keep(int columns);

    /** Whether people do not see a column; known once the first row was read. */
    boolean isHidden(int column);

    /** Whether a cell of the row that was read last is a formula, whatever its result. */
    boolean isFormula(int column);

    @Override
    void close() throws IOException;
  }
}
