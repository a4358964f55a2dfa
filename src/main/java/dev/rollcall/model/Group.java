package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A group and the project roles it passes on to its members.
 *
 * @param name as it is matched; the key
 * @param description empty where there is none
 * @param projectRoles sorted; what the group itself may do
 */
public record Group(String name, String description, List<Entitlement.ProjectRole> projectRoles) {

  /** Checks, sorts and copies. */
  public Group {
    name = Naming.tidy(name);
    requireNonNull(description, "description");
    projectRoles = projectRoles.stream().sorted().distinct().toList();
  }
}
