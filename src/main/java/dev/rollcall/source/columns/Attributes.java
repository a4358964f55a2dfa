package dev.rollcall.source.columns;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's attributes: an unmodifiable map whose keys are shared by all rows of a source, so that
 * it costs no more than its values.
 */
public final class Attributes extends AbstractMap<String, String> {

  /** The keys of all rows of one source. */
  public static final class Keys {

    private final List<String> names;
    private final Set<String> inOrder;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> fields;
    private final String employeeId;

    /**
     * Keys in this order.
     *
     * @param names without repetition
     * @param fields the names that feed roster fields, and so have a meaning of their own
     */
    public Keys(List<String> names, Set<String> fields) {
      this(names, fields, RosterField.EMPLOYEE_ID.key());
    }

    /**
     * Keys in this order.
     *
     * @param employeeId the name of the column that the employee id stands in
     */
    public Keys(List<String> names, Set<String> fields, String employeeId) {
      this.names = List.copyOf(names);
      this.inOrder = Collections.unmodifiableSet(new LinkedHashSet<>(names));
      this.fields = Set.copyOf(fields);
      this.employeeId = employeeId;
      for (int i = 0; i < names.size(); i++) {
        positions.put(names.get(i), i);
      }
    }

    public List<String> names() {
      return names;
    }

    /** Those of both. */
    public Keys and(Keys other) {
      List<String> both = new ArrayList<>(names);
      other.names.stream().filter(name -> !positions.containsKey(name)).forEach(both::add);
      return new Keys(
          both,
          Stream.concat(fields.stream(), other.fields.stream()).collect(toUnmodifiableSet()),
          names.contains(RosterField.EMPLOYEE_ID.key()) ? employeeId : other.employeeId);
    }
  }

  /** Of rows that tell nothing of the person; one for all, because keys are compared as objects. */
  private static final Attributes NONE =
      new Attributes(new Keys(List.of(), Set.of()), position -> "");

  private final Keys keys;
  private final IntFunction<String> values;

  /**
   * Attributes.
   *
   * @param values by the position of their key; asked again each time
   */
  public Attributes(Keys keys, IntFunction<String> values) {
    this.keys = keys;
    this.values = values;
  }

  /** Those of a map, in the order of their keys. */
  public static Attributes of(Map<String, String> map) {
    if (map instanceof Attributes own) {
      return own;
    }
    if (map.isEmpty()) {
      return NONE;
    }
    Map<String, String> copy = Map.copyOf(map);
    List<String> names = copy.keySet().stream().sorted().toList();
    return new Attributes(new Keys(names, Set.of()), i -> copy.get(names.get(i)));
  }

  /** What stands in a map as a key for a header. */
  public static String key(String header) {
    return header.toLowerCase(Locale.ROOT);
  }

  public Keys keys() {
    return keys;
  }

  /** The key of the column that the employee id stands in. */
  public String employeeIdKey() {
    return keys.employeeId;
  }

  /** Whether the column under this key feeds a roster field. */
  public boolean isField(String key) {
    return keys.fields.contains(key);
  }

  /** The value at this position among the keys. */
  public String value(int position) {
    return values.apply(position);
  }

  @Override
  public @Nullable String get(Object key) {
    Integer position = keys.positions.get(key);
    return position == null ? null : value(position);
  }

  /** Asks for no value. */
  @Override
  public Set<String> keySet() {
    return keys.inOrder;
  }

  @Override
  public boolean containsKey(Object key) {
    return keys.positions.containsKey(key);
  }

  @Override
  public int size() {
    return keys.names.size();
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.names.size();
      }

      @Override
      public Iterator<Entry<String, String>> iterator() {
        return keys.names.stream().map(name -> Map.entry(name, get(name))).iterator();
      }
    };
  }
}
