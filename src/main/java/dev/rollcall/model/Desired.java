package dev.rollcall.model;

import java.util.List;
import java.util.Map;

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
    List<Declaration> declarations) {

  /** Copies the small parts. */
  public Desired {
    held = Map.copyOf(held);
    sizes = Map.copyOf(sizes);
    declared = Map.copyOf(declared);
    endings = List.copyOf(endings);
    declarations = List.copyOf(declarations);
  }

  /** One in which nothing is said of groups and roles themselves. */
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
        List.of());
  }
}
