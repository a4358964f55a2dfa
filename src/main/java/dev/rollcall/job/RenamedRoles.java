package dev.rollcall.job;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What roles are called after their tenant was migrated.
 *
 * @param byRole new names by old ones
 * @param byPlace the same in one place, where it differs from place to place
 */
public record RenamedRoles(Map<String, String> byRole, Map<String, Map<String, String>> byPlace) {

  /** Copies. */
  public RenamedRoles {
    byRole = Map.copyOf(byRole);
    byPlace = Map.copyOf(byPlace);
  }

  /** The new name of a role, in a place or anywhere; empty where it has none. */
  Optional<String> of(Optional<String> place, String role) {
    return place
        .map(name -> byPlace.getOrDefault(name, Map.of()).get(role))
        .or(() -> Optional.ofNullable(byRole.get(role)));
  }

  /** The new name of a role in a place; empty where it has none. */
  public Optional<String> of(String place, String role) {
    return of(Optional.of(place), role);
  }

  /** Whether a role goes on under its name in a place. */
  public boolean keeps(String place, String role) {
    return of(place, role).filter(role::equals).isPresent();
  }

  /** {@code Admin -> Environment admin, Operator -> Member}. */
  public String words() {
    return new TreeMap<>(byRole)
        .entrySet().stream()
            .filter(each -> !each.getKey().equals(each.getValue()))
            .map(each -> each.getKey() + " -> " + each.getValue())
            .collect(joining(", "));
  }
}
