package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invitation that is remembered, by our own ledger or by the tenant's own log.
 *
 * @param sent when it was sent last
 * @param times how often it was sent, at least 1
 * @param rights what it asked for, sorted, as far as that is known
 * @param id the vendor's id, where it is known
 */
public record Invitation(
    Email email, Instant sent, int times, List<Entitlement> rights, Optional<String> id) {

  /** Sorts and copies. */
  public Invitation {
    rights = rights.stream().sorted().distinct().toList();
  }
}
