package dev.rollcall.journal;

import dev.rollcall.apply.Purged;
import dev.rollcall.security.AddressTrace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Texts without a person. In JSON, what is said with the person as its subject goes whole; where a
 * text tells of the address, the name goes with it.
 */
final class ErasedText {

  /** Shorter ones are words of everybody's. */
  private static final int SHORTEST_NAME = 4;

  private static final String SUBJECT = "subject";
  private static final String DETAIL = "detail";

  private final AddressTrace trace;
  private final List<String> names;
  private final String nobody;

  ErasedText(AddressTrace trace, Collection<String> names, String nobody) {
    this.trace = trace;
    this.names = names.stream().filter(name -> name.length() >= SHORTEST_NAME).toList();
    this.nobody = nobody;
  }

  String of(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return json(PlanCodec.parse(text)).toString();
      } catch (PlanCodec.Unreadable e) {
        // Then it only looks so.
      }
    }
    return plain(text);
  }

  private String plain(String text) {
    if (!trace.isIn(text)) {
      return text;
    }
    String erased = trace.without(text, nobody);
    for (String name : names) {
      erased = erased.replace(name, Purged.words());
    }
    return erased;
  }

  private JsonNode json(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object(object);
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, value(array.get(i)));
      }
    }
    return node;
  }

  private JsonNode value(JsonNode node) {
    return node.isString()
        ? tools.jackson.databind.node.StringNode.valueOf(plain(node.stringValue()))
        : json(node);
  }

  private void object(ObjectNode object) {
    if (trace.isIn(object.path(SUBJECT).asString("")) && object.has(DETAIL)) {
      object.put(DETAIL, Purged.words());
    }
    for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
      object.remove(field.getKey());
      object.set(plain(field.getKey()), value(field.getValue()));
    }
  }
}
