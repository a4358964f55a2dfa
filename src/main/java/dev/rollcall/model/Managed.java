package dev.rollcall.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the records speak about: only that may be changed. What nobody mentions is not managed.
 *
 * @param resources named by a rule, or declared under {@code groups:}: rights on them are managed
 *     for everybody in a roster
 * @param listed for each person, the kinds of which the sources of their rows have a list, a blank
 *     cell meaning none
 * @param groupsWithRights the groups whose own rights are declared
 * @param ended for some people, what they had a right on until a day that is over
 * @param within for some people, what has a column of its own: all rights of a kind in it
 */
public record Managed(
    Set<Resource> resources,
    Map<Email, Set<Kind>> listed,
    Set<Resource> groupsWithRights,
    Map<Email, Set<Resource>> ended,
    Map<Email, Set<Within>> within) {

  /** Membership of a resource, and all rights of a kind in it. */
  public record Within(Kind kind, Resource container) {

    private boolean covers(Resource resource) {
      return resource.equals(container)
          || resource.kind() == kind && resource.container().equals(Optional.of(container));
    }
  }

  /** Copies the small parts; {@code listed} is taken as it is, for it is large. */
  public Managed {
    resources = Set.copyOf(resources);
    groupsWithRights = Set.copyOf(groupsWithRights);
    ended = Map.copyOf(ended);
    within = Map.copyOf(within);
  }

  /** Without rights that have ended. */
  public Managed(
      Set<Resource> resources, Map<Email, Set<Kind>> listed, Set<Resource> groupsWithRights) {
    this(resources, listed, groupsWithRights, Map.of(), Map.of());
  }

  /**
   * Whether what is held on this resource may be changed for this person.
   *
   * @param desired the person's desired side; a right is managed where a cell states one on that
   *     resource ({@link Levels#nothing} included), or stated one until a day that is over
   */
  public boolean covers(Member desired, Entitlement held) {
    return resources.contains(held.on())
        || listed.getOrDefault(desired.email(), Set.of()).contains(held.kind())
        || desired.on(held.on()).isPresent()
        || ended.getOrDefault(desired.email(), Set.of()).contains(held.on())
        || within.getOrDefault(desired.email(), Set.of()).stream()
            .anyMatch(each -> each.covers(held.on()));
  }
}
