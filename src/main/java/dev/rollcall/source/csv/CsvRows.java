package dev.rollcall.source.csv;

import dev.rollcall.model.Place;
import dev.rollcall.model.Problem;
import dev.rollcall.source.Headers;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, one by one, each with the physical line on which it begins. */
final class CsvRows implements Source.Rows {

  private static final int LONGEST_CELL = 1_000_000;
  private static final int SAMPLE = 1 << 16;

  private final String label;
  private final RowReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final int linesSkipped;
  private final List<String> remarks;
  private final Place place;
  private final int[] nameless;
  private boolean hasRows;
  private boolean ended;

  private CsvRows(CsvSettings settings, RowReader reader, Layout layout, List<String> remarks)
      throws IOException {
    this.label = settings.label();
    this.reader = reader;
    this.linesSkipped = layout.skipsFirstLine() ? 1 : 0;
    this.remarks = List.copyOf(remarks);
    this.parser = CSVParser.builder().setReader(reader).setFormat(format(layout)).get();
    this.records = parser.iterator();
    Row header = header();
    this.place =
        new Place(
            label, Place.Style.LINE, Headers.checked(label + ":" + header.line(), header.cells()));
    this.nameless =
        IntStream.range(0, header.cells().size())
            .filter(
                column -> column >= place.columns().size() || place.columns().get(column).isEmpty())
            .toArray();
  }

  /** Opens the file and reads its header. */
  static CsvRows open(CsvSettings settings, Encoding encoding) throws IOException {
    Reader text = text(settings, encoding);
    try {
      Layout layout = layout(text, settings);
      List<String> remarks = new ArrayList<>(encoding.remarks());
      if (layout.delimiter() != ',') {
        remarks.add("columns are separated by " + layout.delimiterName());
      }
      return new CsvRows(settings, new RowReader(text), layout, remarks);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private static Reader text(CsvSettings settings, Encoding encoding) throws IOException {
    InputStream in = Files.newInputStream(settings.path());
    try {
      in.skipNBytes(encoding.mark());
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new BufferedReader(new InputStreamReader(in, TextScan.strict(encoding)), SAMPLE);
  }

  /** Leaves the reader at the beginning of the table. */
  private static Layout layout(Reader text, CsvSettings settings) throws IOException {
    char[] sample = new char[SAMPLE];
    text.mark(SAMPLE + 1);
    int length = 0;
    int count = text.read(sample, 0, SAMPLE);
    while (count > 0) {
      length += count;
      count = text.read(sample, length, SAMPLE - length);
    }
    text.reset();
    Layout layout = Layout.of(new String(sample, 0, length), settings.delimiter());
    if (layout.skipsFirstLine()) {
      ((BufferedReader) text).readLine();
    }
    return layout;
  }

  /**
   * Blank lines are left in, to be skipped here: where the parser skips them, nobody can tell on
   * which line a row begins.
   */
  private static CSVFormat format(Layout layout) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(layout.delimiter())
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  private Row header() {
    Row header = read();
    if (header == null) {
      throw unreadable(label, "there is nothing but blank lines", "the first row is the header");
    }
    return header;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public Row next() {
    Row row = ended ? null : read();
    if (row != null) {
      hasRows = true;
      checkNameless(row);
      return row;
    }
    ended = true;
    if (!hasRows) {
      throw unreadable(
          label, "reads nothing: there is a header and no row", "export it anew with its rows");
    }
    return null;
  }

  /** The next row that is not blank; null at the end. */
  private Row read() {
    while (true) {
      int line = (int) parser.getCurrentLineNumber() + 1 + linesSkipped;
      reader.beginRow();
      CSVRecord record = record(line);
      if (record == null) {
        return null;
      }
      String[] cells = record.values();
      if (!isBlank(cells)) {
        checkSize(cells, line);
        return new Row(line, List.of(cells));
      }
    }
  }

  private CSVRecord record(int line) {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw broken(label + ":" + line, e.getCause());
    } catch (IllegalStateException e) {
      throw new IllegalStateException(label + " was closed while it was read", e);
    }
  }

  private static UnreadableSource broken(String where, IOException cause) {
    if (cause instanceof RowReader.RowTooLong) {
      return unreadable(
          where,
          "the row that begins here has more than " + RowReader.LONGEST_ROW + " characters",
          "look for a quote that is never closed");
    }
    if (cause instanceof CharacterCodingException) {
      return unreadable(where, "the file has changed while it was read", "try again");
    }
    String message = String.valueOf(cause.getMessage());
    if (message.contains("EOF reached")) {
      return unreadable(
          where,
          "a quote is opened in the row that begins here and never closed",
          "close it, or write a quote within a cell twice");
    }
    if (message.contains("Invalid char")) {
      return unreadable(
          where,
          "in the row that begins here, text follows a closing quote",
          "write a quote within a cell twice, and the whole cell in quotes");
    }
    return unreadable(where, "reading ends here: " + message, "look at the file and try again");
  }

  private static boolean isBlank(String[] cells) {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  private void checkSize(String[] cells, int line) {
    if (cells.length > Headers.MOST) {
      throw unreadable(
          label + ":" + line,
          "the row has " + cells.length + " cells",
          "keep to " + Headers.MOST + "; is the delimiter right?");
    }
    if (reader.inRow() > LONGEST_CELL / 2) {
      for (String cell : cells) {
        if (cell.length() > LONGEST_CELL) {
          throw unreadable(
              label + ":" + line,
              "a cell has " + cell.length() + " characters",
              "keep to " + LONGEST_CELL + "; is there a quote that is never closed?");
        }
      }
    }
  }

  private void checkNameless(Row row) {
    for (int column : nameless) {
      if (column < row.cells().size() && !row.cells().get(column).isBlank()) {
        throw unreadable(
            label + ":" + row.line(),
            "column " + (column + 1) + " has a value here and no name in the header",
            "name it, or remove it");
      }
    }
  }

  private static UnreadableSource unreadable(String where, String what, String remedy) {
    return new UnreadableSource(new Problem(where, what, remedy));
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
