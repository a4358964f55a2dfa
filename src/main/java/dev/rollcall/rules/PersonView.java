package dev.rollcall.rules;

import dev.rollcall.source.PersonRecord;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A person as conditions see them: a map of texts in which whatever is not stated is blank, so that
 * comparing never fails.
 */
final class PersonView extends AbstractMap<String, String> {

  private final Map<String, String> attributes = new HashMap<>();

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
