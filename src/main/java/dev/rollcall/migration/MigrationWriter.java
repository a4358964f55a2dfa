package dev.rollcall.migration;

import java.io.IOException;
import java.io.Writer;

/**
 * One way to tell of a migration.
 *
 * <p>Must: escape for the format it writes; neither close nor flush the writer.
 */
public interface MigrationWriter {

  /** Writes all of it. */
  void write(MigrationReport report, Writer out) throws IOException;
}
