package dev.rollcall.tenant.scim;

import dev.rollcall.security.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes of a resource in an answer: their names in any case, as RFC 7643 has it, and what
 * is null, absent or empty all the same. Secrets are hidden in every text.
 */
record ScimAttributes(JsonNode node, Secrets secrets) {

  /** The value of one; a missing node where there is none. */
  private JsonNode value(String name) {
    JsonNode exact = node.path(name);
    if (!exact.isMissingNode() || !node.isObject()) {
      return exact;
    }
    return node.properties().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(exact);
  }

  /** Its text, that of a number too; empty where there is none. */
  String text(String name) {
    JsonNode value = value(name);
    return value.isString() || value.isNumber() || value.isBoolean()
        ? secrets.hideInName(value.asString(""))
        : "";
  }

  /** Its truth value, as a text too; empty where it is none. */
  Optional<Boolean> flag(String name) {
    String text = text(name);
    if (text.equalsIgnoreCase("true")) {
      return Optional.of(true);
    }
    return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }

  /** Its whole number, as a text too. */
  OptionalInt number(String name) {
    String text = text(name);
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** Whether anything is said of it, be it that there is none. */
  boolean isSaid(String name) {
    return !value(name).isMissingNode();
  }

  /** Whether it has a value. */
  boolean has(String name) {
    JsonNode value = value(name);
    return !value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty());
  }

  /** What is within it; nothing where it is not complex. */
  ScimAttributes within(String name) {
    return new ScimAttributes(value(name), secrets);
  }

  /** Its values: those of a list, or the only one. */
  List<ScimAttributes> all(String name) {
    JsonNode value = value(name);
    if (value.isArray()) {
      return value.valueStream().map(each -> new ScimAttributes(each, secrets)).toList();
    }
    return value.isObject() ? List.of(new ScimAttributes(value, secrets)) : List.of();
  }

  /** The same with what others tell besides. */
  ScimAttributes and(ScimAttributes others) {
    ObjectNode all = (ObjectNode) node.deepCopy();
    others.node.properties().forEach(each -> all.set(spelled(all, each.getKey()), each.getValue()));
    return new ScimAttributes(all, secrets);
  }

  /** The whole, to be changed and sent back; without what only the provider says. */
  ObjectNode writable() {
    ObjectNode copy = (ObjectNode) node.deepCopy();
    List<String> readOnly = List.of("meta", "groups");
    copy.propertyNames().stream()
        .filter(name -> readOnly.stream().anyMatch(name::equalsIgnoreCase))
        .toList()
        .forEach(copy::remove);
    return copy;
  }

  /** The text of an attribute as it is sent back, with nothing hidden. */
  static String text(JsonNode of, String name) {
    return of instanceof ObjectNode object ? object.path(spelled(object, name)).asString("") : "";
  }

  /** How an attribute is spelled in it, if it is there; else as it is asked for. */
  static String spelled(ObjectNode resource, String name) {
    return resource.propertyNames().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(name);
  }
}
