package dev.rollcall.source.csv;

import dev.rollcall.security.OwnerOnly;
import dev.rollcall.security.SheetCells;
import dev.rollcall.source.Reject;
import dev.rollcall.source.RejectNotes;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands rejected rows back: the reason and what would be right, then the source's own cells, so
 * that they can be mended and read again.
 *
 * <p>Reason and fix come first, for a row with too few or too many cells has no other place for
 * them; they also tell the reader that this file is ours. For cells are guarded against being taken
 * for formulas, and what would hide in them is shown, and the reader of such a file takes that back
 * again: the cells come out as they were.
 */
public final class RejectsFile {

  private static final char MARK = '\uFEFF';
  private static final char DELIMITER = ',';

  private RejectsFile() {}

  /**
   * Writes the rows of one source.
   *
   * @param rejects at least one, all of the same source
   * @param access who may read it
   */
  public static void write(Path file, List<Reject> rejects, OwnerOnly access) throws IOException {
    try (Writer out = access.writer(file)) {
      // Without the mark, Excel takes UTF-8 for something else.
      out.write(MARK);
      List<String> header = rejects.get(0).header();
      List<String> names = ownCells(header, header);
      int width = RejectNotes.headers().size() + names.size();
      out.write(row(RejectNotes.headers(), names, width));
      for (Reject reject : rejects) {
        out.write(row(RejectNotes.of(reject), ownCells(header, reject.row().cells()), width));
      }
    }
  }

  private static List<String> ownCells(List<String> header, List<String> cells) {
    return Arrays.stream(RejectNotes.ownColumns(header, cells.size()))
        .mapToObj(cells::get)
        .toList();
  }

  /** On as many lines as its cells have, unless the reader would take one of these for a row. */
  private static String row(List<String> notes, List<String> cells, int width) {
    String row = joined(notes, cells.stream().map(SheetCells::written));
    return BodyRows.hasSwallowedRows(row, DELIMITER, width)
        ? joined(notes, cells.stream().map(SheetCells::shown))
        : row;
  }

  private static String joined(List<String> notes, Stream<String> cells) {
    return SheetCells.row(Stream.concat(notes.stream().map(SheetCells::shown), cells).toList());
  }
}
