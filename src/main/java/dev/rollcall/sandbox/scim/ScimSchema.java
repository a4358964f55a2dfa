package dev.rollcall.sandbox.scim;

import static dev.rollcall.sandbox.scim.ScimAttribute.many;
import static dev.rollcall.sandbox.scim.ScimAttribute.text;
import static dev.rollcall.sandbox.scim.ScimAttribute.texts;
import static dev.rollcall.sandbox.scim.ScimAttribute.truth;

import dev.rollcall.sandbox.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What resources of a type may be like.
 *
 * @param urn of the schema
 * @param required what none is without
 */
record ScimSchema(
    String urn, String required, List<ScimAttribute> attributes, Set<String> extensions) {

  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static final Map<String, List<String>> USUAL =
      Map.of(
          ENTERPRISE,
          List.of("employeeNumber", "costCenter", "organization", "division", "department"));

  /** Users, with these extensions beside the enterprise's. */
  static ScimSchema users(Map<String, List<String>> more) {
    List<ScimAttribute> attributes =
        new ArrayList<>(
            List.of(
                text("externalId"),
                text("userName"),
                texts(
                    "name",
                    List.of(
                        "formatted",
                        "familyName",
                        "givenName",
                        "middleName",
                        "honorificPrefix",
                        "honorificSuffix")),
                text("displayName"),
                text("title"),
                truth("active"),
                many("emails", text("value"), text("type"), text("display"), truth("primary"))));
    USUAL.forEach((urn, names) -> attributes.add(texts(urn, names)));
    more.forEach((urn, names) -> attributes.add(texts(urn, names)));
    List<String> urns = new ArrayList<>(USUAL.keySet());
    urns.addAll(more.keySet());
    return new ScimSchema(CORE + "User", "userName", List.copyOf(attributes), Set.copyOf(urns));
  }

  /** Groups. */
  static ScimSchema groups() {
    return new ScimSchema(
        CORE + "Group",
        "displayName",
        List.of(
            text("externalId"),
            text("displayName"),
            many("members", text("value"), text("$ref"), text("type"), text("display"))),
        Set.of());
  }

  Optional<ScimAttribute> attribute(String name) {
    return ScimAttribute.named(attributes, name);
  }

  /** A whole resource as it is kept, without what the stand-in makes. */
  ObjectNode checked(ObjectNode body, Behaviour<ScimSwitch> behaviour) {
    checkSchemas(body.path("schemas"));
    ObjectNode checked = ScimJson.object();
    body.properties().forEach(each -> put(checked, each.getKey(), each.getValue(), behaviour));
    if (checked.path(required).asString("").isBlank()) {
      throw ScimRefusal.value(required + " is missing");
    }
    return checked;
  }

  private void checkSchemas(JsonNode schemas) {
    if (schemas.valueStream().noneMatch(each -> each.asString("").equals(urn))) {
      throw ScimRefusal.syntax("schemas lacks " + urn);
    }
    schemas.forEach(
        each -> {
          String said = each.asString("");
          if (!said.equals(urn) && !extensions.contains(said)) {
            throw ScimRefusal.syntax("unknown schema " + said);
          }
        });
  }

  private void put(
      ObjectNode checked, String name, JsonNode value, Behaviour<ScimSwitch> behaviour) {
    if (name.equalsIgnoreCase("schemas")) {
      return;
    }
    ScimAttribute attribute =
        attribute(name).orElseThrow(() -> ScimRefusal.syntax("unknown attribute " + name));
    if (!value.isNull()) {
      checked.set(attribute.name(), attribute.checked(value, behaviour));
    }
  }

  /** Those of its extensions that a resource has. */
  List<String> extensionsOf(ObjectNode resource) {
    return extensions.stream().filter(resource::has).sorted().toList();
  }
}
