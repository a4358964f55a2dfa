package dev.rollcall.source.mapping;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Entitlement;

/**
 * The statement that somebody is to hold something, and who says so.
 *
 * @param validity since when and until when; outside its dates nothing is granted, but what is
 *     spoken of stays managed
 */
public record Claim(Entitlement entitlement, Attribution because, Validity validity) {

  /** Without dates. */
  public Claim(Entitlement entitlement, Attribution because) {
    this(entitlement, because, Validity.ALWAYS);
  }

  /** Whether it grants today. */
  public boolean holds() {
    return validity.hold();
  }
}
