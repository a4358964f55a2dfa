package dev.rollcall.source.columns;

import dev.rollcall.model.Origin;
import dev.rollcall.model.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition that tells which rows of a source are about people of ours.
 *
 * <p>Must: ask the maps it is handed for nothing it does not need, as a value that cannot be read
 * throws {@link DoubtfulCell}; tell nothing of a row that hangs on such a value. Not for several
 * threads at once.
 */
public interface RowFilter {

  /** As the job file has it, with its place, for messages. */
  String told();

  /** Whether it may look at the attribute that rows carry under this key. */
  boolean looksAt(String key);

  /** Whether it compares that attribute with a day: then its cells must be dates. */
  boolean comparesAsDate(String key);

  /** What it asks for and the source has not, under any of these names. */
  List<Problem> unknown(Collection<String> fields, Collection<String> attributes);

  /**
   * Whether a row counts; empty where that cannot be told.
   *
   * @param fields the values of roster fields by their names
   * @param attributes what stands below headers, as rules see it
   * @param problems gets what went wrong in the condition itself
   */
  Optional<Boolean> counts(
      Map<String, String> fields,
      Map<String, String> attributes,
      Origin row,
      List<Problem> problems);
}
