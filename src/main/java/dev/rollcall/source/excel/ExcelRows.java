package dev.rollcall.source.excel;

import dev.rollcall.model.Place;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.CellFlaw;
import dev.rollcall.source.RejectNotes;
import dev.rollcall.source.Row;
import dev.rollcall.source.Source;
import dev.rollcall.source.UnreadableSource;
import dev.rollcall.source.columns.HeaderCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet below its header, one by one, each as long as the header. */
final class ExcelRows implements Source.Rows {

  private final Book book;
  private final Book.Lines lines;
  private final MergedCells merges;
  private final Place place;
  private final Book.Sheet sheet;
  private final int headerRow;
  private final SheetNotes notes;
  private final boolean isEscaped;
  private final boolean takesFormulas;
  private boolean hasRows;
  private boolean ended;

  private ExcelRows(ExcelSettings settings, Book book, boolean takesFormulas) throws IOException {
    this.book = book;
    this.takesFormulas = takesFormulas;
    SheetChoice.Chosen chosen = new SheetChoice(settings, book).choose();
    this.sheet = chosen.sheet();
    String label = settings.label() + "!" + sheet.name();
    this.merges = book.merges(sheet);
    this.lines = book.lines(sheet);
    try {
      SheetLine header = header(chosen, settings, label);
      this.headerRow = header.row();
      this.isEscaped = RejectNotes.areEscapedIn(header.texts());
      this.place =
          new Place(
              label,
              Place.Style.CELL,
              HeaderCheck.checked(
                  label + "!" + headerRow, header.texts().stream().map(this::unescaped).toList()));
      lines.keep(place.columns().size());
      merges.forgetUsed();
      this.notes = new SheetNotes(place, chosen, headerRow);
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** Opens the file, finds the sheet and reads its header. */
  static ExcelRows open(ExcelSettings settings) {
    return open(settings, true);
  }

  /** The same; where formulas are not taken, each is a flaw of its row. */
  static ExcelRows open(ExcelSettings settings, boolean takesFormulas) {
    Book book = null;
    try {
      book = WorkbookOpener.of(settings);
      return new ExcelRows(settings, book, takesFormulas);
    } catch (UnreadableSource e) {
      close(book);
      throw e;
    } catch (IOException | RuntimeException e) {
      close(book);
      throw broken(settings.label(), e);
    }
  }

  /** Whatever a reader of broken files stumbles over, it is the file that is broken. */
  static UnreadableSource broken(String where, Exception cause) {
    UnreadableSource told = UnreadableWorkbook.at(where, "the workbook is damaged or cut off");
    told.initCause(cause);
    return told;
  }

  private static void close(@Nullable Book book) {
    if (book != null) {
      try {
        book.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The header, past it: where its cells go on over rows below, the last of those. */
  private SheetLine header(SheetChoice.Chosen chosen, ExcelSettings settings, String label)
      throws IOException {
    if (chosen.start().isEmpty()) {
      throw settings.headerRow().isPresent()
          ? new UnreadableSource(
              label + "!" + settings.headerRow().get(),
              "the header row is blank",
              "look at header-row: in the job file, or leave it out")
          : new UnreadableSource(
              label, "there is nothing but blank rows", "is this the right sheet?");
    }
    int wanted = chosen.start().get(Math.max(0, chosen.header())).row();
    SheetLine line = next(wanted);
    int bottom = merges.bottomOf(line);
    return bottom > line.row() ? next(bottom) : line;
  }

  /** The row of this number, or the last one before it. */
  private SheetLine next(int row) throws IOException {
    SheetLine line = read();
    while (line != null && line.row() < row) {
      line = read();
    }
    if (line == null) {
      throw new IOException("the sheet has changed while it was read");
    }
    return line;
  }

  private @Nullable SheetLine read() throws IOException {
    SheetLine line = lines.next();
    return line == null ? null : merges.fill(line);
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public List<String> remarks() {
    return notes.remarks(merges, lines);
  }

  @Override
  public @Nullable Row next() {
    while (!ended) {
      SheetLine line = nextLine();
      if (line == null) {
        ended = true;
        checkHasRows();
      } else if (!line.isBlank() || line.beyond() >= 0) {
        notes.see(line);
        if (hasNamedValue(line)) {
          hasRows = true;
          return row(line);
        }
      }
    }
    return null;
  }

  /** The next row as the workbook has it; null at the end. */
  private @Nullable SheetLine nextLine() {
    try {
      return read();
    } catch (UnreadableSource e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw broken(place.label(), e);
    }
  }

  private boolean hasNamedValue(SheetLine line) {
    for (int column = 0; column < line.cells().size(); column++) {
      if (!line.cells().get(column).isBlank() && !place.columns().get(column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Row row(SheetLine line) {
    List<String> texts = new ArrayList<>(place.columns().size());
    List<CellFlaw> flaws = List.of();
    for (int column = 0; column < place.columns().size(); column++) {
      Cell cell = line.cell(column);
      texts.add(unescaped(cell.text()));
      if (!cell.wrong().isEmpty() && !place.columns().get(column).isEmpty()) {
        flaws = flaws.isEmpty() ? new ArrayList<>() : flaws;
        flaws.add(new CellFlaw(column, cell.wrong(), cell.remedy()));
      } else if (!takesFormulas && lines.isFormula(column)) {
        flaws = flaws.isEmpty() ? new ArrayList<>() : flaws;
        flaws.add(new CellFlaw(column, "holds a formula", "write the value itself"));
      }
    }
    return new Row(line.row(), texts, flaws);
  }

  /** A text as it was before we wrote it, where it is in a roster of ours. */
  private String unescaped(String text) {
    return isEscaped ? SheetCells.read(text) : text;
  }

  private void checkHasRows() {
    if (!hasRows) {
      throw new UnreadableSource(
          place.label(),
          "reads nothing: there is a header in row " + headerRow + " and no row below it",
          "export it anew with its rows, or name another sheet");
    }
  }

  /** The sheet that is read. */
  Book.Sheet sheet() {
    return sheet;
  }

  /** The row of the header. */
  int headerRow() {
    return headerRow;
  }

  @Override
  public void close() {
    ended = true;
    try {
      lines.close();
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
