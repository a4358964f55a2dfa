package dev.rollcall.safety;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Desired;
import dev.rollcall.plan.Invitations;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.Snapshot;

/**
 * A plan with everything it takes to judge it.
 *
 * @param snapshot the workspace the plan was made from
 * @param baselines the sizes accepted last, not those of {@code desired}
 */
public record Proposed(
    Plan plan,
    Snapshot snapshot,
    Invitations invitations,
    Desired desired,
    Baselines baselines,
    Limits limits,
    Allowances allowances) {

  /** Checks. */
  public Proposed {
    requireNonNull(plan, "plan");
    requireNonNull(snapshot, "snapshot");
    requireNonNull(invitations, "invitations");
    requireNonNull(desired, "desired");
    requireNonNull(baselines, "baselines");
    requireNonNull(limits, "limits");
    requireNonNull(allowances, "allowances");
  }
}
