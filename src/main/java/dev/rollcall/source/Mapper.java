package dev.rollcall.source;

import java.util.List;
import java.util.Set;

/**
 * Maps the rows of one opened source. Rows must be mapped in the order in which they were read; not
 * for several threads at once.
 */
public interface Mapper {

  /** What a row comes to. */
  Mapped map(Row row);

  /** The row as it may be shown and handed back: without passwords. */
  Row withoutSecrets(Row row);

  /** The attributes that rules can see in its rows. */
  List<String> attributes();

  /** The columns that feed a roster field, from 0. */
  Set<Integer> usedColumns();

  /** What was noticed about the columns. */
  List<String> remarks();
}
