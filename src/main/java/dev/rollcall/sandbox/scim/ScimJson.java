package dev.rollcall.sandbox.scim;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in's JSON. */
final class ScimJson {

  /** Made when first needed. */
  private static final class Made {
    static final JsonMapper MAPPER =
        JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
  }

  private ScimJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode truth(boolean value) {
    return JsonNodeFactory.instance.booleanNode(value);
  }

  static ObjectNode read(String body) {
    JsonNode node;
    try {
      node = Made.MAPPER.readTree(body.isBlank() ? "null" : body);
    } catch (JacksonException e) {
      throw ScimRefusal.syntax("no JSON");
    }
    if (!(node instanceof ObjectNode object)) {
      throw ScimRefusal.syntax("no JSON object");
    }
    return object;
  }

  static String write(Object node) {
    return Made.MAPPER.writeValueAsString(node);
  }

  /** The same with all names in lower case. */
  static JsonNode lower(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode all = array();
      array.forEach(each -> all.add(lower(each)));
      return all;
    }
    if (!(node instanceof ObjectNode)) {
      return node;
    }
    ObjectNode lower = object();
    node.properties()
        .forEach(each -> lower.set(each.getKey().toLowerCase(Locale.ROOT), lower(each.getValue())));
    return lower;
  }
}
