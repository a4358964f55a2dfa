package dev.rollcall.tenant;

import java.util.List;
import java.util.Optional;

/**
 * What a tenant tells of itself beyond what a run needs. Only reads.
 *
 * <p>Every method may throw {@link TenantUnavailable}, and {@link AccessRefused} where the
 * credentials are no good at all; what they alone are not allowed is part of the answer.
 */
public interface Inspection {

  /** What the tenant offers, as far as it may be read. */
  Inventory inventory(Inventory.Counting counting);

  /** What its roles let people do; empty where its vendor does not tell. */
  default Optional<RoleList> roles() {
    return Optional.empty();
  }

  /** What an errand takes: what only reads is tried, what changes something is not. */
  List<Privilege> privileges(Errand errand);

  /** Whether that is why something was refused, so that there is more to tell of them. */
  boolean isForPrivileges(AccessRefused refused);

  /** Where privileges are ticked, as the vendor calls it. */
  String screen();
}
