package dev.rollcall.sandbox.scim;

import dev.rollcall.sandbox.Behaviour;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A PATCH, applied to a copy as a whole or not at all. */
record ScimPatch(ScimSchema schema, Behaviour<ScimSwitch> behaviour) {

  static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  private static final List<String> VERBS = List.of("add", "remove", "replace");

  ObjectNode applied(ObjectNode resource, ObjectNode body) {
    if (body.path("schemas").valueStream().noneMatch(each -> each.asString("").equals(URN))) {
      throw ScimRefusal.syntax("schemas lacks " + URN);
    }
    JsonNode operations = body.path("Operations");
    if (!operations.isArray() || operations.isEmpty()) {
      throw ScimRefusal.value("Operations is missing");
    }
    ObjectNode changed = resource.deepCopy();
    operations.forEach(each -> apply(changed, each));
    return changed;
  }

  private void apply(ObjectNode resource, JsonNode operation) {
    String verb = operation.path("op").asString("").toLowerCase(Locale.ROOT);
    if (!VERBS.contains(verb)) {
      throw ScimRefusal.syntax("unknown op " + operation.path("op"));
    }
    Optional<String> path =
        operation.path("path").isString()
            ? Optional.of(operation.path("path").asString())
            : Optional.empty();
    checkPath(path.isPresent());
    JsonNode value = operation.path("value");
    if (path.isEmpty()) {
      pathless(resource, verb, value);
    } else if (verb.equals("remove")) {
      remove(resource, ScimPath.parse(path.get(), schema), value);
    } else {
      put(resource, ScimPath.parse(path.get(), schema), verb, value);
    }
  }

  private void checkPath(boolean hasPath) {
    boolean isUser = schema.required().equals("userName");
    if (isUser && hasPath && behaviour.is(ScimSwitch.PATCH_PATH, "never")) {
      throw ScimRefusal.path("path is not supported");
    }
    if (isUser && !hasPath && behaviour.is(ScimSwitch.PATCH_PATH, "always")) {
      throw ScimRefusal.path("path is missing");
    }
  }

  private void pathless(ObjectNode resource, String verb, JsonNode value) {
    if (verb.equals("remove")) {
      throw new ScimRefusal(400, "noTarget", "remove without a path");
    }
    if (!value.isObject()) {
      throw ScimRefusal.value("value must be an object");
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      put(resource, ScimPath.parse(each.getKey(), schema), verb, each.getValue());
    }
  }

  private void put(ObjectNode resource, ScimPath path, String verb, JsonNode value) {
    if (value.isMissingNode()) {
      throw ScimRefusal.value("value is missing");
    }
    if (path.filter().isPresent()) {
      throw ScimRefusal.path("values cannot be changed by a filter");
    }
    ScimAttribute attribute = path.attribute();
    if (path.within().isPresent()) {
      ScimAttribute within = path.within().get();
      ObjectNode outer = resource.withObjectProperty(attribute.name());
      outer.set(within.name(), within.checked(value, behaviour));
      return;
    }
    JsonNode checked = attribute.checked(value, behaviour);
    if (verb.equals("replace") && path.isMembers()) {
      checkReplacing();
    }
    boolean isMerged = verb.equals("add") || checked.isObject();
    resource.set(attribute.name(), isMerged ? added(resource, attribute, checked) : checked);
    removeNulls(resource, attribute, value);
  }

  /** Of what is complex, what is null has no value from then on. */
  private static void removeNulls(ObjectNode resource, ScimAttribute attribute, JsonNode value) {
    if (resource.path(attribute.name()) instanceof ObjectNode outer) {
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        if (each.getValue().isNull()) {
          attribute.in(each.getKey()).ifPresent(within -> outer.remove(within.name()));
        }
      }
    }
  }

  private void checkReplacing() {
    if (behaviour.is(ScimSwitch.MEMBERS_REPLACED, "refused")) {
      throw ScimRefusal.value("members cannot be replaced");
    }
  }

  private JsonNode added(ObjectNode resource, ScimAttribute attribute, JsonNode value) {
    JsonNode before = resource.path(attribute.name());
    if (before instanceof ArrayNode array && value instanceof ArrayNode more) {
      ArrayNode all = array.deepCopy();
      more.forEach(each -> add(all, each));
      return all;
    }
    if (before instanceof ObjectNode object && value instanceof ObjectNode more) {
      return object.deepCopy().setAll(more);
    }
    return value;
  }

  private void add(ArrayNode all, JsonNode one) {
    boolean isThere =
        all.valueStream()
            .anyMatch(
                each -> each.path("value").asString("").equals(one.path("value").asString("")));
    if (!isThere || behaviour.is(ScimSwitch.DUPLICATES, "kept")) {
      all.add(one);
    }
  }

  private void remove(ObjectNode resource, ScimPath path, JsonNode value) {
    String name = path.attribute().name();
    if (name.equals(schema.required())) {
      throw new ScimRefusal(400, "mutability", name + " is required");
    }
    if (path.isMembers()) {
      new ScimMemberRemoval(behaviour).apply(resource, path, value);
    } else if (!value.isMissingNode()) {
      throw ScimRefusal.value("a removal has no value");
    } else if (path.within().isPresent()) {
      if (resource.path(name) instanceof ObjectNode outer) {
        outer.remove(path.within().get().name());
      }
    } else if (path.filter().isPresent()) {
      ScimMemberRemoval.keep(resource, name, each -> !path.filter().get().fits(each));
    } else {
      resource.remove(name);
    }
  }
}
