package dev.rollcall.rules;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Origin;

/**
 * One right that a rule gives.
 *
 * @param origin where the job file says so
 */
public record Grant(Entitlement entitlement, Origin origin) {

  /** Checks. */
  public Grant {
    requireNonNull(entitlement, "entitlement");
    requireNonNull(origin, "origin");
  }
}
