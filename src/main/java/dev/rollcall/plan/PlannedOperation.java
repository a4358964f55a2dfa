package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

/**
 * An operation in its place within a plan.
 *
 * @param sequence from 1, dense, in plan order
 * @param origin the cell or line behind it, rendered; empty where there is none
 * @param rule the rule that gave it; empty where a cell did
 */
public record PlannedOperation(
    int sequence, Stage stage, Operation operation, Reason reason, String origin, String rule) {

  /** Checks. */
  public PlannedOperation {
    requireNonNull(stage, "stage");
    requireNonNull(operation, "operation");
    requireNonNull(reason, "reason");
    requireNonNull(origin, "origin");
    requireNonNull(rule, "rule");
  }
}
