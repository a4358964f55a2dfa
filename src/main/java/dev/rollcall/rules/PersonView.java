package dev.rollcall.rules;

import dev.rollcall.source.mapping.PersonRecord;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A person as conditions see them: a map of texts in which whatever is not stated is blank, so that
 * comparing never fails.
 */
final class PersonView extends AbstractMap<String, String> {

  /** Somebody of whom nothing is known. */
  static final PersonView BLANK = new PersonView();

  /** What is known of everybody, whatever the columns. */
  private static final List<String> ALWAYS = List.of("email", "name", "status");

  private static final Pattern NO_IDENTIFIER = Pattern.compile("[^\\p{Alnum}]+");

  private final Map<String, String> attributes;
  private final Map<String, String> always;
  private final Map<String, String> identifiers;

  /** Header by identifier; made when first one is asked for that is no header. */
  private Map<String, String> headers = Map.of();

  private PersonView() {
    this(Map.of(), Map.of(), Map.of());
  }

  /**
   * Of what is known under fixed names, and below headers; looks at a value no sooner than a
   * condition does.
   *
   * @param identifiers of headers, remembered for the people to come
   */
  PersonView(
      Map<String, String> always, Map<String, String> attributes, Map<String, String> identifiers) {
    this.always = always;
    this.attributes = attributes;
    this.identifiers = identifiers;
  }

  /** Of a person. */
  static PersonView of(PersonRecord person, Map<String, String> identifiers) {
    return new PersonView(
        Map.of(
            "email", person.email().address(),
            "name", person.name(),
            "status", person.status().name().toLowerCase(Locale.ROOT)),
        person.attributes(),
        identifiers);
  }

  /**
   * Every name under which an attribute can be asked for.
   *
   * @param keys the attributes of a source, as its rows carry them
   */
  static Set<String> names(Collection<String> keys) {
    Set<String> names = new TreeSet<>(ALWAYS);
    keys.forEach(key -> names.addAll(names(key)));
    return names;
  }

  /** The names under which one attribute can be asked for, unless something else has them. */
  static Set<String> names(String key) {
    Set<String> names = new TreeSet<>(List.of(key, identifier(key)));
    ALWAYS.forEach(names::remove);
    return names;
  }

  @Override
  public String get(Object key) {
    String known = always.get(key);
    String value = known == null ? attributes.get(key) : known;
    return value == null ? underIdentifier(key) : value;
  }

  /** Of several headers that come to one identifier the first counts. */
  private String underIdentifier(Object key) {
    if (headers.isEmpty() && !attributes.isEmpty()) {
      headers = new HashMap<>();
      for (String header : attributes.keySet()) {
        headers.putIfAbsent(identifiers.computeIfAbsent(header, PersonView::identifier), header);
      }
    }
    String header = headers.get(key);
    return header == null ? "" : attributes.getOrDefault(header, "");
  }

  @Override
  public boolean containsKey(Object key) {
    return key instanceof String;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new HashMap<>();
    attributes.forEach((header, value) -> all.putIfAbsent(identifier(header), value));
    all.putAll(attributes);
    all.putAll(always);
    return all.entrySet();
  }

  /**
   * A header as it can be written behind a dot: {@code cost center} becomes {@code cost_center}.
   */
  private static String identifier(String header) {
    return NO_IDENTIFIER.matcher(header.strip()).replaceAll("_");
  }
}
