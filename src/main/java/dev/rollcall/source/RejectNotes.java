package dev.rollcall.source;

import static java.util.stream.Collectors.joining;

import dev.rollcall.model.Problem;
import java.util.List;
import java.util.stream.IntStream;

/** What a rejected row is handed back with, in columns of their own before those of the source. */
public final class RejectNotes {

  /** The column that says why a row was handed back; ignored when it is read again. */
  public static final String REASON = "Rollcall reason";

  /** The column that says what would be right; ignored when it is read again. */
  public static final String FIX = "Rollcall fix";

  /** The column of a roster written by Rollcall that says in which rows cells are escaped. */
  public static final String ESCAPES = "Rollcall escapes";

  private RejectNotes() {}

  /** The headers of both columns. */
  public static List<String> headers() {
    return List.of(REASON, FIX);
  }

  /** Why the row was rejected, and what would be right: as it is, for a writer to make harmless. */
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
    return List.of(reasons, fixes);
  }

  /** The columns of the source itself: without those of a file of rejects that was read again. */
  public static int[] ownColumns(List<String> header, int width) {
    return IntStream.range(0, width)
        .filter(column -> column >= header.size() || !isNote(header.get(column)))
        .toArray();
  }

  public static boolean isNote(String header) {
    return header.equalsIgnoreCase(REASON)
        || header.equalsIgnoreCase(FIX)
        || header.equalsIgnoreCase(ESCAPES);
  }

  /**
   * Whether a text file with this header was written by Rollcall itself, so that its cells are
   * guarded and escaped and have to be read as {@link dev.rollcall.security.SheetCells} says.
   * Nobody else's cells are touched.
   */
  public static boolean areIn(List<String> header) {
    return header.stream().anyMatch(each -> isNote(each.strip()));
  }

  /**
   * The same of a workbook: there, rejected rows keep their cells as they were, and only a roster
   * of ours has them escaped.
   */
  public static boolean areEscapedIn(List<String> header) {
    return header.stream().anyMatch(each -> each.strip().equalsIgnoreCase(ESCAPES));
  }
}
