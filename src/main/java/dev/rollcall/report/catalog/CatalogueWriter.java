package dev.rollcall.report.catalog;

import java.io.IOException;
import java.io.Writer;

/**
 * One way to tell what a tenant offers.
 *
 * <p>Must: escape for the format it writes; neither close nor flush the writer.
 */
public interface CatalogueWriter {

  /** Writes all of it. */
  void write(CatalogueReport catalogue, Writer out) throws IOException;
}
