package dev.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own JSON: what it is asked, and what it keeps. */
public final class SandboxJson {

  /** Made when first needed: it takes longer than to look at a whole seed. */
  private static final class Made {
    static final JsonMapper MAPPER =
        JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  }

  private SandboxJson() {}

  /** Reads requests; reads and writes rows. */
  public static JsonMapper mapper() {
    return Made.MAPPER;
  }

  /** An object with its fields in the order given; values may be null. */
  public static Map<String, Object> object(@Nullable Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      object.put((String) pairs[i], pairs[i + 1]);
    }
    return object;
  }

  /** As JSON. */
  public static String write(Object value) {
    return mapper().writeValueAsString(value);
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
