package dev.rollcall.report;

import java.io.IOException;
import java.io.Writer;

/**
 * One way to tell of a run.
 *
 * <p>Must: write as a stream, so that a plan of any size fits into little memory; escape whatever
 * came from a roster or a workspace for the format it writes; neither close nor flush the writer;
 * change nothing.
 */
public interface ReportWriter {

  /** Writes the whole report. */
  void write(RunReport report, Writer out) throws IOException;
}
