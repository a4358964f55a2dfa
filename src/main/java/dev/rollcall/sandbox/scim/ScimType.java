package dev.rollcall.sandbox.scim;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What sets users and groups apart. */
interface ScimType {

  /** Its endpoint: {@code Users}. */
  String name();

  ScimSchema schema();

  ScimStore store();

  /** The switch that says by which method it is changed. */
  ScimSwitch changing();

  /** Refuses a request that is more than the stand-in takes. */
  void checkRequest(ObjectNode body);

  /**
   * Makes of what somebody wants to be kept what is kept, or refuses it.
   *
   * @param before what was there; empty where it is made
   */
  ObjectNode accepted(ObjectNode wanted, Optional<ObjectNode> before);

  /** What is shown of one. */
  ObjectNode shown(ObjectNode row);

  /** Refuses filters that it does not know. */
  void checkFilter(ScimFilter filter);

  void delete(String id);
}
