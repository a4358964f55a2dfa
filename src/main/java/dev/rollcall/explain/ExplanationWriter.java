package dev.rollcall.explain;

import java.io.IOException;
import java.io.Writer;

/**
 * One way to tell of one person.
 *
 * <p>Must: escape for the format it writes; neither close nor flush the writer.
 */
public interface ExplanationWriter {

  /** Writes all of it. */
  void write(Explanation explanation, Writer out) throws IOException;
}
