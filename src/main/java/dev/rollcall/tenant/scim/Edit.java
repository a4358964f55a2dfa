package dev.rollcall.tenant.scim;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of a resource, in both ways in which it can be told.
 *
 * @param operations of a PATCH; none where nothing is to be changed
 * @param whole makes of the whole as it was read what it is to be, for a PUT
 * @param impossible why it cannot be sent; empty where it can
 */
record Edit(
    List<ObjectNode> operations, UnaryOperator<ObjectNode> whole, Optional<String> impossible) {

  private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  /** Nothing is to be changed. */
  static final Edit NONE = new Edit(List.of(), same -> same);

  /** One that can be sent. */
  Edit(List<ObjectNode> operations, UnaryOperator<ObjectNode> whole) {
    this(operations, whole, Optional.empty());
  }

  /** Something is to be changed, and cannot be. */
  static Edit impossible(String why) {
    return new Edit(List.of(), same -> same, Optional.of(why));
  }

  boolean isEmpty() {
    return operations.isEmpty() && impossible.isEmpty();
  }

  /** The body of a PATCH. */
  ObjectNode patch() {
    ObjectNode body = ScimDocuments.object();
    body.putArray("schemas").add(PATCH);
    ArrayNode all = body.putArray("Operations");
    operations.forEach(all::add);
    return body;
  }

  /** An operation without a value or a path yet. */
  static ObjectNode operation(String verb) {
    return ScimDocuments.object().put("op", verb);
  }
}
