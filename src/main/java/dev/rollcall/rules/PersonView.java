package dev.rollcall.rules;

import dev.rollcall.source.PersonRecord;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person as conditions see them: a map of texts in which whatever is not stated is blank, so that
 * comparing never fails.
 */
final class PersonView extends AbstractMap<String, String> {

  /** Somebody of whom nothing is known. */
  static final PersonView BLANK = new PersonView();

  /** What is known of everybody, whatever the columns. */
  private static final List<String> ALWAYS = List.of("email", "name", "status");

  private final Map<String, String> attributes = new HashMap<>();

  private PersonView() {}

  /**
   * Every name under which an attribute can be asked for.
   *
   * @param keys the attributes of a source, as its rows carry them
   */
  static Set<String> names(Collection<String> keys) {
    Set<String> names = new TreeSet<>(ALWAYS);
    names.addAll(keys);
    keys.forEach(key -> names.add(identifier(key)));
    return names;
  }

  PersonView(PersonRecord person) {
    person
        .attributes()
        .forEach((header, value) -> attributes.putIfAbsent(identifier(header), value));
    attributes.putAll(person.attributes());
    attributes.put("email", person.email().address());
    attributes.put("name", person.name());
    attributes.put("status", person.status().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public String get(Object key) {
    return attributes.getOrDefault(key, "");
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return attributes.entrySet();
  }

  /**
   * A header as it can be written behind a dot: {@code cost center} becomes {@code cost_center}.
   */
  private static String identifier(String header) {
    return header.strip().replaceAll("[^\\p{Alnum}]+", "_");
  }
}
