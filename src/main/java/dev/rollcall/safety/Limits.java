package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much a plan may do: the {@code safety:} part of the job file, but for {@code bad-rows}, which
 * is judged before there is a plan.
 *
 * @param removals people who lose their account or all access
 * @param losses rights taken or lowered
 * @param invites people invited
 * @param adminRoles the roles whose holders are administrators; case does not matter
 * @param adminGrants grants of those
 * @param minimumAdmins how many administrators an environment keeps at least
 * @param sensitiveRoles roles each grant or loss of which must be allowed
 * @param certifiedGroups groups each change of whose members must be allowed
 * @param protectedEmails people from whom nothing is taken
 * @param shrink by what part, between 0 and 1, a source may be smaller than last time
 * @param seats how many people the workspace has room for; empty for any number
 */
public record Limits(
    OnTrip onTrip,
    ShareOrCount removals,
    ShareOrCount losses,
    ShareOrCount invites,
    Set<String> adminRoles,
    ShareOrCount adminGrants,
    int minimumAdmins,
    Set<String> sensitiveRoles,
    Set<Resource> certifiedGroups,
    Set<Email> protectedEmails,
    double shrink,
    Optional<Integer> seats) {

  /** Where no group is used by a certification. */
  public Limits(
      OnTrip onTrip,
      ShareOrCount removals,
      ShareOrCount losses,
      ShareOrCount invites,
      Set<String> adminRoles,
      ShareOrCount adminGrants,
      int minimumAdmins,
      Set<String> sensitiveRoles,
      Set<Email> protectedEmails,
      double shrink,
      Optional<Integer> seats) {
    this(
        onTrip,
        removals,
        losses,
        invites,
        adminRoles,
        adminGrants,
        minimumAdmins,
        sensitiveRoles,
        Set.of(),
        protectedEmails,
        shrink,
        seats);
  }

  /** The same where a certification uses these groups. */
  public Limits certifying(Set<Resource> groups) {
    return new Limits(
        onTrip,
        removals,
        losses,
        invites,
        adminRoles,
        adminGrants,
        minimumAdmins,
        sensitiveRoles,
        groups,
        protectedEmails,
        shrink,
        seats);
  }

  /** Checks the numbers; copies. */
  public Limits {
    adminRoles = Collections.unmodifiableSet(new TreeSet<>(adminRoles));
    sensitiveRoles = Collections.unmodifiableSet(new TreeSet<>(sensitiveRoles));
    certifiedGroups = Set.copyOf(certifiedGroups);
    protectedEmails = Collections.unmodifiableSet(new TreeSet<>(protectedEmails));
    if (minimumAdmins < 0 || !(shrink >= 0 && shrink <= 1)) {
      throw new IllegalArgumentException("minimumAdmins and shrink are not negative");
    }
  }
}
