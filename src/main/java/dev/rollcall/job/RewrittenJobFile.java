package dev.rollcall.job;

import java.util.List;

/**
 * A job file as it is proposed, with all its comments and blanks; the file itself stays as it is.
 *
 * @param label the file as the user named it
 * @param text all of it
 * @param changes the lines that differ, in order
 * @param left old names for which there is no new one, or that could not be replaced, as sentences
 */
public record RewrittenJobFile(
    String label, String text, List<ChangedLine> changes, List<String> left) {

  /** A line that differs, from 1. */
  public record ChangedLine(int line, String before, String after) {}

  /** Copies. */
  public RewrittenJobFile {
    changes = List.copyOf(changes);
    left = List.copyOf(left);
  }
}
