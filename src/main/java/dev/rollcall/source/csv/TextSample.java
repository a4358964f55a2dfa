package dev.rollcall.source.csv;

import dev.rollcall.source.Row;
import dev.rollcall.source.columns.HeaderSearch;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a text.
 *
 * @param isAll whether there is no more of it
 */
record TextSample(String text, boolean isAll) {

  private static final int LENGTH = 1 << 16;

  /** Takes it from a reader, which is of no use afterwards. */
  static TextSample of(Reader reader) throws IOException {
    char[] text = new char[LENGTH];
    int length = 0;
    int count = reader.read(text, 0, LENGTH);
    while (count > 0) {
      length += count;
      count = reader.read(text, length, LENGTH - length);
    }
    return new TextSample(new String(text, 0, length), length < LENGTH);
  }

  /** The first rows among which a header may be, as far as their quotes are right. */
  List<Row> rows(char delimiter) {
    List<Row> rows = new ArrayList<>();
    try (CsvRecords records = new CsvRecords(new StringReader(text), delimiter)) {
      boolean more = records.next();
      while (more
          && rows.size() < HeaderSearch.DEPTH
          && records.row().shape() == RowCutter.Shape.WHOLE) {
        rows.add(new Row(records.row().line(), List.of(records.cells())));
        more = records.next();
      }
      if (!more && !isAll && rows.size() > 1) {
        rows.remove(rows.size() - 1);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
