package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own JSON: one mapper for what goes over the wire and one for seeds. */
final class SandboxJson {

  /** Reads and writes requests, answers and state. */
  static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  /** Reads and writes what people write: kebab-case, and nothing unknown passes. */
  static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private SandboxJson() {}

  /** An object with its fields in the order given; values may be null. */
  static Map<String, Object> object(@Nullable Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Rows that differ from {@code list} by one more element, or by nothing if it is there. */
  static List<String> with(List<String> list, String element) {
    Set<String> more = new LinkedHashSet<>(list);
    more.add(element);
    return List.copyOf(more);
  }

  static List<String> without(List<String> list, String element) {
    return list.stream().filter(each -> !each.equals(element)).toList();
  }
}
