package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

/** Compares desired and actual, and says what to do. Pure, deterministic, near linear. */
public final class Reconciler {

  private final Scope scope;
  private final Policy policy;
  private final Switches switches;

  /** A reconciler for one job. */
  public Reconciler(Scope scope, Policy policy, Switches switches) {
    this.scope = requireNonNull(scope, "scope");
    this.policy = requireNonNull(policy, "policy");
    this.switches = requireNonNull(switches, "switches");
  }

  /**
   * Makes the plan.
   *
   * @throws UnknownNames where the job file itself, by a rule or under {@code groups:}, names what
   *     the workspace does not offer
   */
  public Plan reconcile(Situation situation) {
    throw new IllegalStateException("not built yet " + scope + policy + switches);
  }
}
