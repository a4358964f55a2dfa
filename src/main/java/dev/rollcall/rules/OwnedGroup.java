package dev.rollcall.rules;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Group;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group that the job file declares as ours.
 *
 * @param description empty where there is none
 * @param projectRoles what the group itself may do, each with its place; empty where the job file
 *     says nothing about it, which leaves it unmanaged, unlike a list of none
 */
public record OwnedGroup(
    String name,
    String description,
    Origin origin,
    Optional<Map<ProjectRole, Origin>> projectRoles) {

  /** Checks and copies. */
  public OwnedGroup {
    name = Naming.tidy(name);
    requireNonNull(description, "description");
    requireNonNull(origin, "origin");
    projectRoles = projectRoles.map(Map::copyOf);
  }

  /** As both sides of a comparison see it. */
  public Group group() {
    return new Group(
        name,
        description,
        projectRoles.map(roles -> List.copyOf(roles.keySet())).orElse(List.of()));
  }
}
