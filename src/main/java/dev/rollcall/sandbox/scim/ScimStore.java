package dev.rollcall.sandbox.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Resources of one type, by id; each with a version that grows with every change. */
final class ScimStore {

  private final String prefix;
  private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
  private final Map<String, Integer> versions = new LinkedHashMap<>();
  private int last;
  private long changes;

  /** None yet. */
  ScimStore(String prefix) {
    this.prefix = prefix;
  }

  String add(ObjectNode row) {
    String id = row.path("id").asString("");
    String own = id.isEmpty() ? fresh() : id;
    put(own, row);
    return own;
  }

  private String fresh() {
    String id;
    do {
      id = prefix + ++last;
    } while (rows.containsKey(id));
    return id;
  }

  void put(String id, ObjectNode row) {
    ObjectNode kept = row.deepCopy();
    kept.put("id", id);
    rows.put(id, kept);
    versions.merge(id, 1, Integer::sum);
    changes++;
  }

  /** The same under a new id, in its place. */
  String renewed(String id) {
    ObjectNode row = get(id).orElseThrow();
    rows.remove(id);
    String other = fresh();
    put(other, row);
    return other;
  }

  void remove(String id) {
    changes++;
    rows.remove(id);
  }

  Optional<ObjectNode> get(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** How often anything was changed. */
  long changes() {
    return changes;
  }

  int version(String id) {
    return versions.getOrDefault(id, 0);
  }

  List<ObjectNode> all() {
    return List.copyOf(rows.values());
  }

  boolean any(Predicate<ObjectNode> such) {
    return rows.values().stream().anyMatch(such);
  }

  void load(JsonNode list) {
    list.forEach(each -> add((ObjectNode) each));
  }

  ArrayNode kept() {
    ArrayNode all = ScimJson.array();
    rows.values().forEach(all::add);
    return all;
  }
}
