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
 * @param ours whether a run of this repository sent it, or may have; of others the tenant's own log
 *     tells, and hardly ever all that they asked for
 */
public record Invitation(
    Email email,
    Instant sent,
    int times,
    List<Entitlement> rights,
    Optional<String> id,
    boolean ours) {

  /** Sorts and copies. */
  public Invitation {
    rights = rights.stream().sorted().distinct().toList();
  }

  /** One that a run sends. */
  public static Invitation sent(Email email, Instant at, int times, List<Entitlement> rights) {
    return new Invitation(email, at, times, rights, Optional.empty(), true);
  }

  /** One that the tenant's own log tells of. */
  public static Invitation logged(
      Email email, Instant at, List<Entitlement> rights, Optional<String> id) {
    return new Invitation(email, at, 1, rights, id, false);
  }

  /** The same with this id, where it has none. */
  public Invitation orWith(Optional<String> other) {
    return new Invitation(email, sent, times, rights, id.or(() -> other), ours);
  }

  /** The same, asking for these. */
  Invitation asking(List<Entitlement> others) {
    return new Invitation(email, sent, times, others, id, ours);
  }
}
