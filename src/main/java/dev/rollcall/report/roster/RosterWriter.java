package dev.rollcall.report.roster;

import java.io.IOException;
import java.io.Writer;

/**
 * One way to tell of a desired roster.
 *
 * <p>Must: write as a stream; escape for the format it writes; neither close nor flush the writer.
 */
public interface RosterWriter {

  /** Writes all of it. */
  void write(RosterReport roster, Writer out) throws IOException;
}
