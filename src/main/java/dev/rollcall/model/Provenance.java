package dev.rollcall.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** For each person on the desired side, the cells and rules behind what is said of them. */
public final class Provenance {

  /** What is known of one person's statements. */
  private record Trail(Origin row, Map<Entitlement, Because> entitlements) {}

  private final Map<Email, Trail> trails = new HashMap<>();

  /**
   * Adds a person.
   *
   * @param row the cell that speaks for the person as a whole: the status cell of a leaver, else
   *     the row
   */
  public void put(Email email, Origin row, Map<Entitlement, Because> entitlements) {
    trails.put(email, new Trail(row, Map.copyOf(entitlements)));
  }

  /** The cell that speaks for the person as a whole. */
  public Optional<Origin> of(Email email) {
    return Optional.ofNullable(trails.get(email)).map(Trail::row);
  }

  /** Why the person is to hold this. */
  public Optional<Because> of(Email email, Entitlement entitlement) {
    return Optional.ofNullable(trails.get(email))
        .map(trail -> trail.entitlements().get(entitlement));
  }
}
