package dev.rollcall.source.mapping;

import dev.rollcall.source.columns.DoubtfulCell;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values of a row by name, each looked at when it is asked for; some throw {@link DoubtfulCell}.
 */
final class RowView extends AbstractMap<String, String> {

  private final Set<String> names;
  private final UnaryOperator<String> values;

  RowView(Set<String> names, UnaryOperator<String> values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public @Nullable String get(Object key) {
    return key instanceof String name && names.contains(name) ? values.apply(name) : null;
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String && names.contains(key);
  }

  @Override
  public Set<String> keySet() {
    return names;
  }

  /** Asks for all of them. */
  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new HashMap<>();
    names.forEach(name -> all.put(name, values.apply(name)));
    return all.entrySet();
  }
}
