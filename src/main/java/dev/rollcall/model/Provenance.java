package dev.rollcall.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For each person on the desired side, the cells and rules behind what is said of them. */
public final class Provenance {

  /** Tells why somebody is to hold something, of one person; asked for hardly anybody. */
  @FunctionalInterface
  public interface Reasons {

    /** The cell or rule behind a right; empty where none is. */
    Optional<Attribution> of(Entitlement right);
  }

  /** What is known of one person's statements. */
  private record Trail(Origin row, Reasons reasons, String employeeId) {

    Trail under(Map<Entitlement, List<Entitlement>> former) {
      return new Trail(
          row,
          right ->
              reasons
                  .of(right)
                  .or(
                      () ->
                          former.getOrDefault(right, List.of()).stream()
                              .flatMap(before -> reasons.of(before).stream())
                              .findFirst()),
          employeeId);
    }
  }

  private final Map<Email, Trail> trails;
  private final Map<Place, Integer> columnsOfIds = new HashMap<>();

  /** Of nobody so far. */
  public Provenance() {
    this(0);
  }

  /** The same with room for so many people. */
  public Provenance(int people) {
    this.trails = new HashMap<>(2 * people);
  }

  /**
   * Adds a person.
   *
   * @param row the cell that speaks for the person as a whole: the status cell of a leaver, else
   *     the row
   */
  public void put(Email email, Origin row, Map<Entitlement, Attribution> entitlements) {
    Map<Entitlement, Attribution> kept = Map.copyOf(entitlements);
    put(email, row, right -> Optional.ofNullable(kept.get(right)));
  }

  /** The same of many, where the reasons take less room than a map of them. */
  public void put(Email email, Origin row, Reasons reasons) {
    trails.put(email, new Trail(row, reasons, ""));
  }

  /**
   * Adds the employee-id of a person who was added before.
   *
   * @param cell where it stands; of each place only the column is kept
   */
  public void identify(Email email, String employeeId, Origin cell) {
    trails.computeIfPresent(
        email, (key, trail) -> new Trail(trail.row(), trail.reasons(), employeeId));
    if (cell.column() >= 0) {
      columnsOfIds.put(cell.place(), cell.column());
    }
  }

  /**
   * The same where some rights go by another name.
   *
   * @param names by the name that is known here
   */
  public Provenance under(Map<Entitlement, Entitlement> names) {
    Map<Entitlement, List<Entitlement>> former = new HashMap<>();
    names.forEach(
        (before, after) -> former.computeIfAbsent(after, key -> new ArrayList<>()).add(before));
    Provenance renamed = new Provenance(trails.size());
    renamed.columnsOfIds.putAll(columnsOfIds);
    trails.forEach((email, trail) -> renamed.trails.put(email, trail.under(former)));
    return renamed;
  }

  /** The employee-id of the person; empty where there is none. */
  public String employeeId(Email email) {
    Trail trail = trails.get(email);
    return trail == null ? "" : trail.employeeId();
  }

  /** The cell that holds the person's employee-id; their row where that is not known. */
  public Optional<Origin> employeeIdCell(Email email) {
    return of(email)
        .map(
            row ->
                new Origin(
                    row.place(), row.row(), columnsOfIds.getOrDefault(row.place(), row.column())));
  }

  /** The cell that speaks for the person as a whole. */
  public Optional<Origin> of(Email email) {
    return Optional.ofNullable(trails.get(email)).map(Trail::row);
  }

  /** Why the person is to hold this. */
  public Optional<Attribution> of(Email email, Entitlement entitlement) {
    return Optional.ofNullable(trails.get(email)).flatMap(trail -> trail.reasons().of(entitlement));
  }
}
