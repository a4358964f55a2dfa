package dev.rollcall.rules;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Provenance;
import dev.rollcall.source.mapping.Claim;
import java.util.List;
import java.util.Optional;

/**
 * The reasons of somebody who is to hold what their row claims, no more and no less: the claims
 * themselves, which rows that claim the same share.
 */
record RowReasons(List<Claim> claims) implements Provenance.Reasons {

  @Override
  public Optional<Attribution> of(Entitlement right) {
    for (Claim claim : claims) {
      if (claim.entitlement().equals(right)) {
        return Optional.of(claim.because());
      }
    }
    return Optional.empty();
  }
}
