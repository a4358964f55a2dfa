package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.plan.Invitation;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.FormerRequests;
import dev.rollcall.tenant.TenantUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The invitations of the last 20 minutes, for an address can be invited only once within them:
 * whoever was, as the repository remembers or the workspace's own log tells.
 */
final class RecentInvitations {

  /** The rule, and a margin. */
  static final Duration BETWEEN_INVITATIONS = Duration.ofMinutes(21);

  private final FormerRequests past;
  private final WorkatoLog log;
  private final Clock clock;

  RecentInvitations(FormerRequests past, WorkatoLog log, Clock clock) {
    this.past = past;
    this.log = log;
    this.clock = clock;
  }

  /** When somebody was invited who cannot be again yet; empty where nothing is known of that. */
  Optional<Instant> invited(Email email) {
    Instant since = clock.instant().minus(BETWEEN_INVITATIONS);
    return past.invited(email).filter(since::isBefore).or(() -> logged(email, since));
  }

  private Optional<Instant> logged(Email email, Instant since) {
    return log(since).stream()
        .filter(invitation -> invitation.email().equals(email))
        .map(Invitation::sent)
        .findFirst();
  }

  /** A log that cannot be read tells of nobody. */
  private List<Invitation> log(Instant since) {
    try {
      return log.invitations(since).orElse(List.of());
    } catch (TenantUnavailable | AccessRefused e) {
      return List.of();
    }
  }
}
