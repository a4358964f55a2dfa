package dev.rollcall.source.csv;

import dev.rollcall.model.Place;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.RejectNotes;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.HeaderCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, one by one, each with the physical line on which it begins. */
final class CsvRows implements Source.Rows {

  /** The most characters a cell may have: a megabyte of plain letters. */
  static final int LONGEST_CELL = 1 << 20;

  private final String label;
  private final CsvRecords records;
  private final BodyRows body;
  private final List<String> remarks;
  private final Place place;
  private final int[] beyond;
  private final int[] nameless;
  private boolean isOurs;
  private String firstNameless = "";
  private boolean hasRows;
  private boolean ended;
  private boolean closed;

  private CsvRows(CsvSettings settings, CsvRecords records, CsvLayout layout, List<String> remarks)
      throws IOException {
    this.label = settings.label();
    this.records = records;
    this.remarks = List.copyOf(remarks);
    List<String> header = header(layout.rowsAbove());
    List<String> named = HeaderCheck.checked(label + ":" + records.row().line(), header);
    this.place = new Place(label, Place.Style.LINE, named);
    this.body = new BodyRows(label, records, layout.delimiter(), header.size());
    this.beyond = IntStream.range(named.size(), header.size()).toArray();
    this.nameless =
        IntStream.range(0, named.size()).filter(column -> named.get(column).isEmpty()).toArray();
  }

  /** Opens the file and reads its header. */
  static CsvRows open(CsvSettings settings, Encoding encoding) throws IOException {
    CsvLayout layout;
    try (Reader text = text(settings, encoding)) {
      layout = CsvLayout.of(TextSample.of(text), settings);
    }
    List<String> remarks = new ArrayList<>(encoding.remarks());
    remarks.addAll(layout.remarks());
    Reader text = text(settings, encoding);
    try {
      return new CsvRows(settings, new CsvRecords(text, layout.delimiter()), layout, remarks);
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
    return new InputStreamReader(in, TextScan.strict(encoding));
  }

  private List<String> header(int rowsAbove) throws IOException {
    boolean found = records.next();
    for (int skipped = 0; found && skipped < rowsAbove; skipped++) {
      found = records.next();
    }
    if (!found) {
      throw new UnreadableSource(
          label, "there is nothing but blank lines", "the first row is the header");
    }
    RowCutter row = records.row();
    if (row.shape() != RowCutter.Shape.WHOLE) {
      throw new UnreadableSource(
          label + ":" + row.line(),
          "a quote in the header is not closed, or text follows it",
          "close it, or write a quote within a cell twice");
    }
    List<String> header = List.of(records.cells());
    if (RejectNotes.areIn(header)) {
      isOurs = true;
      header = header.stream().map(SheetCells::read).toList();
    }
    checkSize(header, row.line());
    return header;
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public List<String> remarks() {
    if (firstNameless.isEmpty()) {
      return remarks;
    }
    List<String> all = new ArrayList<>(remarks);
    all.add("what stands in columns without a header is not read, the first is " + firstNameless);
    return all;
  }

  @Override
  public @Nullable Row next() {
    if (closed) {
      throw new IllegalStateException(label + " was closed while it was read");
    }
    Row row = ended ? null : read();
    if (row != null) {
      hasRows = true;
      return row;
    }
    ended = true;
    if (!hasRows) {
      throw new UnreadableSource(
          label, "reads nothing: there is a header and no row", "export it anew with its rows");
    }
    return null;
  }

  /** The next row that is not blank; null at the end. */
  private @Nullable Row read() {
    try {
      Row row = nextOfBody();
      while (row != null && isBlank(row.cells())) {
        row = nextOfBody();
      }
      if (row != null) {
        checkSize(row.cells(), row.line());
        checkNameless(row);
      }
      return row;
    } catch (CharacterCodingException e) {
      throw new UnreadableSource(label, "the file has changed while it was read", "try again");
    } catch (IOException e) {
      throw new UnreadableSource(
          label + ":" + records.row().line(),
          "reading ends here: " + e.getMessage(),
          "look at the file and try again");
    }
  }

  private @Nullable Row nextOfBody() throws IOException {
    Row row = body.next();
    return row == null || !isOurs
        ? row
        : new Row(row.line(), row.cells().stream().map(SheetCells::read).toList(), row.flaws());
  }

  private static boolean isBlank(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private void checkSize(List<String> cells, int line) {
    if (cells.size() > HeaderCheck.MOST) {
      throw new UnreadableSource(
          label + ":" + line,
          "the row has " + cells.size() + " cells",
          "keep to " + HeaderCheck.MOST + "; is the delimiter right?");
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).length() > LONGEST_CELL) {
        throw new UnreadableSource(
            label + ":" + line,
            "a cell has " + cells.get(i).length() + " characters",
            "keep to " + LONGEST_CELL + "; is there a quote that is never closed?");
      }
    }
  }

  /** A value beyond the last header may be of a row whose cells have moved. */
  private void checkNameless(Row row) {
    for (int column : nameless) {
      if (firstNameless.isEmpty() && !row.cell(column).isBlank()) {
        firstNameless = "in column " + (column + 1) + " of line " + row.line();
      }
    }
    for (int column : beyond) {
      if (!row.cell(column).isBlank() && row.flaws().isEmpty()) {
        throw new UnreadableSource(
            label + ":" + row.line(),
            "column " + (column + 1) + " has a value here and no name in the header",
            "name it, or remove it");
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
