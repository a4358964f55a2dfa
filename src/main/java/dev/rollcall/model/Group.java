package dev.rollcall.model;

import java.util.List;

/**
 * A group and the rights it passes on to whoever is in it.
 *
 * @param description empty where there is none
 * @param rights sorted; what the group itself holds
 */
public record Group(Resource resource, String description, List<Entitlement> rights) {

  /** Sorts and copies. */
  public Group {
    rights = Entitlement.sorted(rights);
  }

  /** Its name, for people. */
  public String name() {
    return resource.toString();
  }
}
