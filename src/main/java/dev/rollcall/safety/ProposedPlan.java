package dev.rollcall.safety;

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
public record ProposedPlan(
    Plan plan,
    Snapshot snapshot,
    Invitations invitations,
    Desired desired,
    AcceptedSizes baselines,
    Limits limits,
    Allowances allowances) {}
