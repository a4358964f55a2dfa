package dev.rollcall.source.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes characters on and stops where one row has too many of them. */
final class RowReader extends FilterReader {

  /** The most characters a row may have. */
  static final int LONGEST_ROW = 4_000_000;

  private long inRow;

  RowReader(Reader in) {
    super(in);
  }

  /** Begins to count anew. */
  void beginRow() {
    inRow = 0;
  }

  /** Roughly how many characters were read since the row began: the parser reads some ahead. */
  long inRow() {
    return inRow;
  }

  @Override
  public int read() throws IOException {
    return counted(super.read(), 1);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    return counted(count, count);
  }

  private int counted(int result, int count) throws RowTooLong {
    inRow += Math.max(count, 0);
    if (inRow > LONGEST_ROW) {
      throw new RowTooLong();
    }
    return result;
  }

  /** A row has no end in sight. */
  static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
