package dev.rollcall.job.yaml;

import static java.util.Objects.requireNonNull;

/**
 * A text that is read on by somebody who may have to name a place within it.
 *
 * @param text with its references followed
 */
public record Passage(String text, Spelling spelling) {

  /** Checks. */
  public Passage {
    requireNonNull(text, "text");
    requireNonNull(spelling, "spelling");
  }

  /** Where it begins. */
  public Position position() {
    return spelling.position();
  }

  /**
   * The place of a character in the file.
   *
   * @param line of the text, from 1
   * @param column from 0, in code points
   */
  public Position at(int line, int column) {
    int index = 0;
    for (int i = 1; i < line; i++) {
      int end = text.indexOf('\n', index);
      if (end < 0) {
        return position();
      }
      index = end + 1;
    }
    boolean within = column <= text.codePointCount(index, text.length());
    return within ? spelling.at(text, text.offsetByCodePoints(index, column)) : position();
  }
}
