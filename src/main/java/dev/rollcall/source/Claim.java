package dev.rollcall.source;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Because;
import dev.rollcall.model.Entitlement;

/** The statement that somebody is to hold something, and who says so. */
public record Claim(Entitlement entitlement, Because because) {

  /** Checks. */
  public Claim {
    requireNonNull(entitlement, "entitlement");
    requireNonNull(because, "because");
  }
}
