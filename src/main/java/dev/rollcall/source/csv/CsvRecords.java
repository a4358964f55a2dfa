package dev.rollcall.source.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a CSV text that are not blank, each parsed on its own once it is known to be
 * whole: by a parser that looks for blanks around cells only where there are any, for that takes
 * its time.
 */
final class CsvRecords implements Closeable {

  private final RowCutter cutter;
  private final CSVParser parser;
  private final Iterator<CSVRecord> plain;
  private final Iterator<CSVRecord> padded;

  CsvRecords(Reader text, char delimiter) throws IOException {
    this.cutter = new RowCutter(text, delimiter);
    CSVFormat.Builder format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false);
    this.parser = parser(format.get());
    this.plain = parser.iterator();
    this.padded = parser(format.setIgnoreSurroundingSpaces(true).get()).iterator();
  }

  private CSVParser parser(CSVFormat format) throws IOException {
    return CSVParser.builder().setReader(cutter).setFormat(format).get();
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
      return (cutter.isPadded() ? padded : plain).next().values();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
