package dev.rollcall.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The desired side of a run: what the records say, and how far they can be trusted.
 *
 * @param roster everybody the records speak of, held people included where their row could be read
 * @param managed what of a person or group the records speak about
 * @param held people who are neither changed nor treated as absent, each with the reason
 * @param provenance where each statement comes from
 * @param anybodyMayBeMissing a rejected row had no readable address, so nobody counts as absent
 * @param sizes people read from each source, by its name
 * @param mentioned the groups and projects that are named
 * @param declared what the job file itself names, by rules and under {@code groups:}, whether or
 *     not anybody gets it, each with its place: all of it must exist in the workspace
 * @param endings what ends soon, by person
 * @param details what else the tenant is told of whoever joins, by what it is called
 * @param declarations what the job file says of groups and roles themselves, in order
 */
public record Desired(
    Roster roster,
    Managed managed,
    Map<Email, String> held,
    Provenance provenance,
    boolean anybodyMayBeMissing,
    Map<String, Integer> sizes,
    MentionedNames mentioned,
    Map<Entitlement, Attribution> declared,
    List<Ending> endings,
    Map<Email, SortedMap<String, String>> details,
    List<Declaration> declarations) {

  /** Copies the small parts. */
  public Desired {
    held = Map.copyOf(held);
    sizes = Map.copyOf(sizes);
    declared = Map.copyOf(declared);
    endings = List.copyOf(endings);
    details = Map.copyOf(details);
    declarations = List.copyOf(declarations);
  }

  /** One of whom nothing else is told, and in which nothing is said of groups and roles. */
  public Desired(
      Roster roster,
      Managed managed,
      Map<Email, String> held,
      Provenance provenance,
      boolean anybodyMayBeMissing,
      Map<String, Integer> sizes,
      MentionedNames mentioned,
      Map<Entitlement, Attribution> declared,
      List<Ending> endings) {
    this(
        roster,
        managed,
        held,
        provenance,
        anybodyMayBeMissing,
        sizes,
        mentioned,
        declared,
        endings,
        Map.of(),
        List.of());
  }

  /** What else the tenant is told of somebody. */
  public SortedMap<String, String> details(Email email) {
    return details.getOrDefault(email, Collections.emptySortedMap());
  }
}
