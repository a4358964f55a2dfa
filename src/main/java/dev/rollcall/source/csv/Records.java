package dev.rollcall.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a text that are not blank, each parsed on its own once it is known to be whole. */
final class Records implements Closeable {

  private final RowCutter cutter;
  private final CSVParser parser;
  private final Iterator<CSVRecord> parsed;

  Records(Reader text, char delimiter) throws IOException {
    this.cutter = new RowCutter(text, delimiter);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    this.parser = CSVParser.builder().setReader(cutter).setFormat(format).get();
    this.parsed = parser.iterator();
  }

  /** Goes to the next row that is not blank; false at the end. */
  boolean next() throws IOException {
    boolean more = cutter.next();
    while (more && cutter.isBlank()) {
      more = cutter.next();
    }
    return more;
  }

  /** The row at hand, before it is parsed. */
  RowCutter row() {
    return cutter;
  }

  /** The cells of the row at hand, which must be whole; once only. */
  String[] cells() throws IOException {
    try {
      return parsed.next().values();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
