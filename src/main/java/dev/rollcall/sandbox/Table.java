package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rows of one kind by key, in the order in which they came, with indexes over them. */
final class Table<R extends StoredRow> {
  private final String name;
  private final Class<R> type;
  private final Map<String, R> rows = new LinkedHashMap<>();
  private final List<Index<R>> indexes = new ArrayList<>();

  Table(String name, Class<R> type) {
    this.name = name;
    this.type = type;
  }

  String name() {
    return name;
  }

  Class<R> type() {
    return type;
  }

  Index<R> index(Function<R, Collection<String>> values) {
    Index<R> index = new Index<>(this, values);
    indexes.add(index);
    return index;
  }

  Optional<R> find(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  Collection<R> rows() {
    return rows.values();
  }

  Map<String, R> byKey() {
    return rows;
  }

  int size() {
    return rows.size();
  }

  /** Puts a row, or removes it where {@code row} is empty; only {@link Store} calls this. */
  void set(String key, Optional<R> row) {
    R before = row.isPresent() ? rows.put(key, row.get()) : rows.remove(key);
    indexes.forEach(index -> index.update(key, Optional.ofNullable(before), row));
  }

  /** Finds rows by something other than their key. */
  static final class Index<R extends StoredRow> {
    private final Table<R> table;
    private final Function<R, Collection<String>> values;
    private final Map<String, Set<String>> keys = new LinkedHashMap<>();

    private Index(Table<R> table, Function<R, Collection<String>> values) {
      this.table = table;
      this.values = values;
    }

    List<R> all(String value) {
      return keys.getOrDefault(value, Set.of()).stream().map(table.rows::get).toList();
    }

    Optional<R> first(String value) {
      Iterator<String> found = keys.getOrDefault(value, Set.of()).iterator();
      return found.hasNext() ? table.find(found.next()) : Optional.empty();
    }

    int count(String value) {
      return keys.getOrDefault(value, Set.of()).size();
    }

    private void update(String key, Optional<R> before, Optional<R> after) {
      Collection<String> gone = before.map(values).orElse(List.of());
      Collection<String> held = after.map(values).orElse(List.of());
      for (String value : gone) {
        if (!held.contains(value)) {
          keys.getOrDefault(value, new LinkedHashSet<>()).remove(key);
        }
      }
      for (String value : held) {
        keys.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(key);
      }
    }
  }
}
