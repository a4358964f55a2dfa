package dev.rollcall.source.gather;

import dev.rollcall.model.Origin;
import dev.rollcall.source.columns.Attributes;
import dev.rollcall.source.columns.CellText;
import dev.rollcall.source.columns.RosterField;
import dev.rollcall.source.mapping.PersonRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The attributes of several rows, taken together: of each the first value that is not blank.
 * Columns that feed a roster field never contradict each other here, for they are judged as that
 * field.
 */
final class AttributeMerging {

  /** Takes contradictions. */
  interface Contradictions {
    /** Adds one: the first row, its cell, and what is contradictory. */
    void add(PersonRecord first, Origin origin, String what);
  }

  private record Pair(Attributes.Keys one, Attributes.Keys two) {}

  private final Predicate<String> decisive;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<Pair, Attributes.Keys> united = new HashMap<>();

  /**
   * A way of merging.
   *
   * @param decisive the keys whose values may not contradict each other
   */
  AttributeMerging(Predicate<String> decisive) {
    this.decisive = decisive;
  }

  /** The attributes of all rows; contradictions are passed on with the first of both cells. */
  Map<String, String> merge(List<PersonRecord> rows, Contradictions contradictions) {
    Attributes.Keys keys = rows.get(0).ownAttributes().keys();
    for (PersonRecord row : rows) {
      keys = unite(keys, row.ownAttributes().keys());
    }
    String[] values = new String[keys.names().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(keys.names().get(i), rows, contradictions);
    }
    return new Attributes(keys, i -> values[i]);
  }

  private Attributes.Keys unite(Attributes.Keys one, Attributes.Keys two) {
    return one == two ? one : united.computeIfAbsent(new Pair(one, two), pair -> one.and(two));
  }

  private String value(String key, List<PersonRecord> rows, Contradictions contradictions) {
    String value = "";
    PersonRecord from = rows.get(0);
    for (PersonRecord row : rows) {
      String other = row.attributes().getOrDefault(key, "");
      if (value.isBlank()) {
        value = other;
        from = row;
      } else if (contradict(key, from, row)) {
        contradictions.add(
            from,
            origin(from, key),
            "%s is %s here, %s at %s"
                .formatted(key, CellText.quoted(value), CellText.quoted(other), origin(row, key)));
      }
    }
    return value;
  }

  private boolean contradict(String key, PersonRecord one, PersonRecord two) {
    String other = two.attributes().getOrDefault(key, "");
    return !other.isBlank()
        && known.computeIfAbsent(key, decisive::test)
        && !one.ownAttributes().isField(key)
        && !two.ownAttributes().isField(key)
        && !fold(one.attributes().getOrDefault(key, "")).equals(fold(other));
  }

  /** Whether both have the same values, whatever the spelling of those that feed fields. */
  static boolean areSame(Attributes one, Attributes two) {
    return one.keySet().equals(two.keySet())
        && one.keySet().stream()
            .filter(key -> !one.isField(key))
            .allMatch(
                key -> fold(one.getOrDefault(key, "")).equals(fold(two.getOrDefault(key, ""))));
  }

  private static Origin origin(PersonRecord row, String key) {
    return key.equals(RosterField.EMPLOYEE_ID.key()) ? row.employeeIdCell() : row.cell(key);
  }

  private static String fold(String text) {
    return CellText.oneLine(text).toLowerCase(Locale.ROOT);
  }
}
