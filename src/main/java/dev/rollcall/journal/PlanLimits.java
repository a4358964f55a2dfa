package dev.rollcall.journal;

import dev.rollcall.plan.OperationSwitches;
import dev.rollcall.safety.Allowances;
import java.util.List;

/**
 * How far a plan was allowed to go, and whom it was limited to: all that a saved plan says of the
 * command line it was made with.
 *
 * @param allowances safety limits raised for this plan, each as a ceiling
 * @param only address patterns it is limited to; empty for no limit
 */
public record PlanLimits(Allowances allowances, List<String> only, OperationSwitches switches) {

  /** Copies. */
  public PlanLimits {
    only = List.copyOf(only);
  }
}
