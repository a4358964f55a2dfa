package dev.rollcall.source;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Problem;
import java.util.List;
import java.util.stream.IntStream;

/** What a rejected row is handed back with, in columns of their own before those of the source. */
public final class RejectNotes {

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private RejectNotes() {}

  /** The headers of both columns. */
  public static List<String> headers() {
    return List.of(RowMapper.REASON, RowMapper.FIX);
  }

  /**
   * Why the row was rejected, and what would be right; guarded against being taken for formulas.
   */
  public static List<String> of(Reject reject) {
    String reasons =
        reject.problems().stream()
            .map(problem -> new Problem(problem.where(), problem.what(), "").toString())
            .distinct()
            .collect(joining(" | "));
    String fixes =
        reject.problems().stream()
            .map(Problem::remedy)
            .filter(remedy -> !remedy.isEmpty())
            .distinct()
            .collect(joining(" | "));
    return List.of(guarded(reasons), guarded(fixes));
  }

  private static String guarded(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** The columns of the source itself: without those of a file of rejects that was read again. */
  public static int[] ownColumns(List<String> header, int width) {
    return IntStream.range(0, width)
        .filter(column -> column >= header.size() || !isNote(header.get(column)))
        .toArray();
  }

  static boolean isNote(String header) {
    return header.equalsIgnoreCase(RowMapper.REASON) || header.equalsIgnoreCase(RowMapper.FIX);
  }
}
