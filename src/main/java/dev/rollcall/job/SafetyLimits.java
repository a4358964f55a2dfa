package dev.rollcall.job;

import dev.rollcall.model.Email;
import dev.rollcall.safety.Cap;
import dev.rollcall.safety.Limits;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The limits that {@code safety:} of a job file sets. */
final class SafetyLimits {

  private SafetyLimits() {}

  static Limits spec(SafetySpec spec) {
    Set<Email> protectedEmails =
        spec.protectedAddresses().stream().map(each -> each.value()).collect(Collectors.toSet());
    return new Limits(
        spec.onTrip(),
        cap(spec.removals()),
        cap(spec.losses()),
        cap(spec.invites()),
        Set.copyOf(spec.adminRoles()),
        cap(spec.adminGrants()),
        spec.minimumAdmins(),
        Set.copyOf(spec.sensitiveRoles()),
        protectedEmails,
        spec.shrink().fraction(),
        Optional.of(spec.seats()));
  }

  static Cap cap(SafetySpec.Limit limit) {
    return new Cap(limit.share().map(Percentage::fraction), limit.count());
  }
}
