package dev.rollcall.rules;

import dev.rollcall.model.Nearest;
import dev.rollcall.model.Problem;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the tenant is told of people who join, beside their rights: from which columns it comes. */
public final class JoiningDetails {

  /** Nothing is told. */
  public static final JoiningDetails NONE = new JoiningDetails(Map.of());

  /**
   * A column of the rosters.
   *
   * @param header as the job file writes it
   * @param where it does
   */
  public record Column(String header, String where) {}

  private final Map<String, Column> columns;
  private final Map<String, String> identifiers = new HashMap<>();

  /** By what they are called in the job file. */
  public JoiningDetails(Map<String, Column> columns) {
    this.columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  /** Whether there are none of anybody. */
  boolean isEmpty() {
    return columns.isEmpty();
  }

  /** Those of a person, as far as there are any. */
  SortedMap<String, String> of(PersonRecord person) {
    SortedMap<String, String> details = new TreeMap<>();
    columns.forEach(
        (name, column) -> {
          String value = PersonView.of(person, identifiers).get(key(column)).strip();
          if (!value.isEmpty()) {
            details.put(name, value);
          }
        });
    return details;
  }

  /**
   * Columns that no source has.
   *
   * @param keys for each source the attributes that its rows carry
   */
  public List<Problem> unknown(Collection<? extends Collection<String>> keys) {
    Set<String> known = new TreeSet<>();
    keys.forEach(each -> known.addAll(PersonView.names(each)));
    List<Problem> problems = new ArrayList<>();
    columns.forEach(
        (name, column) -> {
          if (!known.contains(key(column))) {
            problems.add(
                new Problem(
                    column.where(),
                    name + ": no roster has a column \"" + column.header() + "\"",
                    Nearest.remedy(key(column), known)));
          }
        });
    return problems;
  }

  private static String key(Column column) {
    return column.header().strip().toLowerCase(java.util.Locale.ROOT);
  }
}
