package dev.rollcall.rules;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group that the job file declares as ours.
 *
 * @param description empty where there is none
 * @param rights what the group itself may do, each with its place; empty where the job file says
 *     nothing about it, which leaves it unmanaged, unlike a list of none
 */
public record OwnedGroup(
    Resource resource,
    String description,
    Origin origin,
    Optional<Map<Entitlement, Origin>> rights) {

  /** Copies. */
  public OwnedGroup {
    rights = rights.map(Map::copyOf);
  }

  /** As both sides of a comparison see it. */
  public Group group() {
    return new Group(
        resource, description, rights.map(all -> List.copyOf(all.keySet())).orElse(List.of()));
  }
}
