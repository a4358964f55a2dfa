package dev.rollcall.source;

import dev.rollcall.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere rows of people come from: a file, a sheet, a query.
 *
 * <p>Must: read from the start each time it is opened; stream, never hold all rows; throw {@link
 * UnreadableSource} where the source as a whole is wrong; return each physical row, bad ones
 * included, so that nothing is lost in silence.
 */
public interface Source {

  /** The name it has in the job file. */
  String name();

  /** Opens it and reads its header. The caller closes the rows. */
  Rows open();

  /** Rows in order, one by one. */
  interface Rows extends AutoCloseable {

    /** How places in this source are written, with the header of each column. */
    Place place();

    /**
     * What was noticed about the source as a whole (charset, delimiter, hidden parts); complete
     * once all rows were read.
     */
    List<String> remarks();

    /**
     * The next row, or null at the end.
     *
     * @throws UnreadableSource where reading cannot go on
     */
    @Nullable Row next();

    @Override
    void close();
  }
}
