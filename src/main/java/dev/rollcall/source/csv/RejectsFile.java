package dev.rollcall.source.csv;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.rollcall.model.Problem;
import dev.rollcall.source.Reject;
import dev.rollcall.source.RowMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Hands rejected rows back: the reason, then the source's own cells, unchanged, so that they can be
 * mended and read again.
 *
 * <p>The reason comes first, for a row with too few or too many cells has no other place for it.
 * The source's cells are not guarded against being taken for formulas: they came from the reader,
 * and guarded they would come back as something else.
 */
public final class RejectsFile {

  private static final String MARK = "\uFEFF";
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private RejectsFile() {}

  /**
   * Writes {@code rejects.csv}, or {@code rejects-<source>.csv} for each where there are several
   * sources with rejects; nothing where there is none.
   *
   * @return the files written
   */
  public static List<Path> write(Path folder, List<Reject> rejects) throws IOException {
    Map<String, List<Reject>> bySource =
        rejects.stream().collect(groupingBy(Reject::source, TreeMap::new, toList()));
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, List<Reject>> source : bySource.entrySet()) {
      String name = bySource.size() == 1 ? "rejects.csv" : fileName(source.getKey());
      Path file = folder.resolve(name);
      writeOne(file, source.getValue());
      written.add(file);
    }
    return written;
  }

  private static String fileName(String source) {
    return "rejects-" + source.replaceAll("[^\\p{L}\\p{N}._-]+", "_") + ".csv";
  }

  private static void writeOne(Path file, List<Reject> rejects) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT;
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(out, format)) {
      // Without the mark, Excel takes UTF-8 for something else.
      out.write(MARK);
      List<String> header = rejects.get(0).header();
      int former = former(header);
      printer.printRecord(line(RowMapper.REASON, header, former));
      for (Reject reject : rejects) {
        printer.printRecord(line(reason(reject), reject.row().cells(), former));
      }
    }
  }

  /** The reason column of a file of rejects that was read again; -1 where there is none. */
  private static int former(List<String> header) {
    return IntStream.range(0, header.size())
        .filter(column -> header.get(column).equalsIgnoreCase(RowMapper.REASON))
        .findFirst()
        .orElse(-1);
  }

  private static List<String> line(String reason, List<String> cells, int former) {
    List<String> line = new ArrayList<>(cells);
    if (former >= 0 && former < line.size()) {
      line.remove(former);
    }
    line.add(0, reason);
    return line;
  }

  private static String reason(Reject reject) {
    String reason = reject.problems().stream().map(Problem::toString).collect(joining(" | "));
    return !reason.isEmpty() && FORMULA_STARTS.indexOf(reason.charAt(0)) >= 0
        ? "'" + reason
        : reason;
  }
}
