package dev.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Grants that come as parameters of the query, the way servers read lists of objects there. */
final class GrantParameters {
  private static final String LIST = "project_grants";
  private static final List<String> FIELDS =
      List.of("assignment_type", "assignment_id", "project_role_id");

  private GrantParameters() {}

  /** {@code project_grants[][assignment_id]=…}, the n-th of each field belonging together. */
  static JsonNode listed(ApiCall call) {
    ArrayNode grants = SandboxJson.mapper().createArrayNode();
    for (String field : FIELDS) {
      List<String> values = call.query().getOrDefault(LIST + "[][" + field + "]", List.of());
      for (int i = 0; i < values.size(); i++) {
        ObjectNode grant = i < grants.size() ? (ObjectNode) grants.get(i) : grants.addObject();
        grant.put(field, values.get(i));
      }
    }
    return grants;
  }

  /** {@code project_grants[0][assignment_id]=…}. */
  static JsonNode indexed(ApiCall call) {
    Map<String, ObjectNode> byIndex = new TreeMap<>();
    for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
      String name = parameter.getKey();
      if (name.matches(LIST + "\\[\\d{1,4}]\\[\\w+]")) {
        String index = name.substring(LIST.length() + 1, name.indexOf(']'));
        String field = name.substring(name.lastIndexOf('[') + 1, name.length() - 1);
        byIndex
            .computeIfAbsent("%4s".formatted(index), key -> SandboxJson.mapper().createObjectNode())
            .put(field, parameter.getValue().get(0));
      }
    }
    return SandboxJson.mapper().createArrayNode().addAll(byIndex.values());
  }
}
