package dev.rollcall.report.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file of rows in the making; the first row is the header.
 *
 * <p>Must: write as a stream, and be whole once closed. Takes cells as they are to stand there.
 */
public interface RowWriter extends Closeable {

  /**
   * Adds a row.
   *
   * @throws MisfitRow where such a file cannot hold it
   */
  void row(List<String> cells) throws IOException;

  /** A row that a format has no room for; the message says why. */
  final class MisfitRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MisfitRow(String why) {
      super(why);
    }
  }
}
