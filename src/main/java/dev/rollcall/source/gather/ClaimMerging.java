package dev.rollcall.source.gather;

import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.source.mapping.Claim;
import dev.rollcall.source.mapping.PersonRecord;
import dev.rollcall.source.mapping.Validity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The claims of several rows about one person, taken together: lists add up; of two claims on one
 * target the one counts that holds today, and within a source the one that names its environment.
 */
final class ClaimMerging {

  /** Takes contradictions. */
  interface Contradictions {
    /** Adds one: the first row, with what it says, and what the other row says. */
    void add(PersonRecord first, Claim said, Claim other);
  }

  private record Said(PersonRecord row, Claim claim) {}

  private final Map<Resource, Said> byResource = new LinkedHashMap<>();
  private final Contradictions contradictions;

  ClaimMerging(Contradictions contradictions) {
    this.contradictions = contradictions;
  }

  /** The claims, one a target. */
  List<Claim> merge(List<PersonRecord> rows) {
    for (PersonRecord row : rows) {
      row.claims()
          .forEach(
              claim ->
                  byResource.merge(claim.entitlement().on(), new Said(row, claim), this::better));
    }
    return byResource.values().stream().map(Said::claim).toList();
  }

  private Said better(Said one, Said two) {
    Validity first = one.claim().validity();
    Validity second = two.claim().validity();
    if (first.phase() != second.phase()) {
      return first.phase().compareTo(second.phase()) < 0 ? one : two;
    }
    if (one.claim().entitlement().equals(two.claim().entitlement())) {
      return second.outlast(first) ? two : one;
    }
    if (one.row().source().equals(two.row().source()) && first.reach() != second.reach()) {
      return first.reach() == Validity.Reach.HERE ? one : two;
    }
    if (first.hold() && two.row().status() == Status.ACTIVE) {
      contradictions.add(one.row(), one.claim(), two.claim());
    }
    return one;
  }
}
