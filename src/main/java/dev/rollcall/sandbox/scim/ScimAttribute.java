package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.Behaviour;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attribute of a schema.
 *
 * @param within its own attributes, where it is complex
 */
record ScimAttribute(String name, Type type, boolean isMany, List<ScimAttribute> within) {

  /** What a value is. */
  enum Type {
    TEXT,
    TRUTH,
    COMPLEX
  }

  static ScimAttribute text(String name) {
    return new ScimAttribute(name, Type.TEXT, false, List.of());
  }

  static ScimAttribute truth(String name) {
    return new ScimAttribute(name, Type.TRUTH, false, List.of());
  }

  static ScimAttribute complex(String name, ScimAttribute... within) {
    return new ScimAttribute(name, Type.COMPLEX, false, List.of(within));
  }

  static ScimAttribute texts(String name, List<String> within) {
    return new ScimAttribute(
        name, Type.COMPLEX, false, within.stream().map(ScimAttribute::text).toList());
  }

  static ScimAttribute many(String name, ScimAttribute... within) {
    return new ScimAttribute(name, Type.COMPLEX, true, Arrays.asList(within));
  }

  Optional<ScimAttribute> in(String other) {
    return named(within, other);
  }

  static Optional<ScimAttribute> named(List<ScimAttribute> all, String name) {
    return all.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The value as it is kept. */
  JsonNode checked(JsonNode value, Behaviour<ScimSwitch> behaviour) {
    if (isMany && value.isArray()) {
      ArrayNode all = ScimJson.array();
      value.forEach(each -> all.add(one(each, behaviour)));
      return all;
    }
    return isMany ? ScimJson.array().add(one(value, behaviour)) : one(value, behaviour);
  }

  private JsonNode one(JsonNode value, Behaviour<ScimSwitch> behaviour) {
    return switch (type) {
      case TEXT -> text(value);
      case TRUTH -> truth(value, behaviour);
      case COMPLEX -> complex(value, behaviour);
    };
  }

  private JsonNode text(JsonNode value) {
    if (!value.isString()) {
      throw ScimRefusal.value(name + " must be a text");
    }
    return value;
  }

  private JsonNode truth(JsonNode value, Behaviour<ScimSwitch> behaviour) {
    boolean textAlone = name.equals("active") && behaviour.is(ScimSwitch.ACTIVE, "text-only");
    boolean isText =
        value.isString() && List.of("true", "false").contains(value.asString().toLowerCase());
    if (isText && !behaviour.is(ScimSwitch.ACTIVE, "boolean")) {
      return ScimJson.truth(Boolean.parseBoolean(value.asString()));
    }
    if (textAlone || !value.isBoolean()) {
      throw ScimRefusal.value(
          name + " must be " + (textAlone ? "\"True\" or \"False\"" : "true or false"));
    }
    return value;
  }

  private ObjectNode complex(JsonNode value, Behaviour<ScimSwitch> behaviour) {
    if (!value.isObject()) {
      throw ScimRefusal.value(name + " must be an object");
    }
    ObjectNode checked = ScimJson.object();
    value
        .properties()
        .forEach(
            each -> {
              ScimAttribute attribute =
                  in(each.getKey())
                      .orElseThrow(
                          () -> ScimRefusal.syntax("unknown: " + name + "." + each.getKey()));
              if (!each.getValue().isNull()) {
                checked.set(attribute.name(), attribute.checked(each.getValue(), behaviour));
              }
            });
    return checked;
  }
}
