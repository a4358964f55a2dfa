package dev.rollcall.source;

import java.util.List;
import java.util.Set;

/**
 * Maps the rows of one opened source. Rows must be mapped in the order in which they were read; not
 * for several threads at once.
 */
public interface Mapper {

  /**
   * What a row comes to. Where it is {@link Mapped.Postponed}, the mapper keeps the row, and {@link
   * #settle} gives it back.
   */
  Mapped map(Row row);

  /**
   * To be called when all rows were mapped: what was left open is settled now.
   *
   * @return the rows that were postponed, in order, to be mapped again; a second call gives none
   */
  Iterable<Row> settle();

  /** The row as it may be shown and handed back: without passwords. */
  Row withoutSecrets(Row row);

  /** The attributes that rules can see in its rows. */
  List<String> attributes();

  /** Whether the condition of the source may look at the attribute under this key. */
  boolean looksAt(String key);

  /** The columns that feed a roster field, from 0. */
  Set<Integer> usedColumns();

  /** The columns that feed no roster field, those first that may be about one. */
  List<Unread> unread();

  /**
   * What was noticed about the columns and in their cells; complete once all rows are mapped and it
   * is settled.
   */
  List<String> remarks();
}
