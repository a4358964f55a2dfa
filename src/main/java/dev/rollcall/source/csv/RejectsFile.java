package dev.rollcall.source.csv;

import dev.rollcall.security.OwnerOnly;
import dev.rollcall.source.Reject;
import dev.rollcall.source.RejectNotes;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Hands rejected rows back: the reason and what would be right, then the source's own cells,
 * unchanged, so that they can be mended and read again.
 *
 * <p>Reason and fix come first, for a row with too few or too many cells has no other place for
 * them. The source's cells are not guarded against being taken for formulas: they came from the
 * reader, and guarded they would come back as something else.
 */
public final class RejectsFile {

  private static final String MARK = "\uFEFF";

  private RejectsFile() {}

  /**
   * Writes the rows of one source.
   *
   * @param rejects at least one, all of the same source
   * @param access who may read it
   */
  public static void write(Path file, List<Reject> rejects, OwnerOnly access) throws IOException {
    try (Writer out = access.writer(file);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      // Without the mark, Excel takes UTF-8 for something else.
      out.write(MARK);
      List<String> header = rejects.get(0).header();
      printer.printRecord(line(RejectNotes.headers(), header, header));
      for (Reject reject : rejects) {
        printer.printRecord(line(RejectNotes.of(reject), header, reject.row().cells()));
      }
    }
  }

  private static List<String> line(List<String> notes, List<String> header, List<String> cells) {
    List<String> line = new ArrayList<>(notes);
    for (int column : RejectNotes.ownColumns(header, cells.size())) {
      line.add(cells.get(column));
    }
    return line;
  }
}
