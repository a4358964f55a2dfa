package dev.rollcall.migration;

import dev.rollcall.model.Email;
import java.util.List;

/**
 * Somebody's access before a migration and after it.
 *
 * @param places those where they have something on either side
 */
public record PersonAccess(Email email, String name, List<PlaceAccess> places) {

  /** Copies. */
  public PersonAccess {
    places = List.copyOf(places);
  }

  /** Whether their access changes like this in any place. */
  public boolean has(AccessChange change) {
    return places.stream().anyMatch(place -> place.change() == change);
  }
}
