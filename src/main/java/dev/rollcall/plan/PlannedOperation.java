package dev.rollcall.plan;

/**
 * An operation in its place within a plan.
 *
 * @param sequence from 1, dense, in plan order
 * @param origin the cell or line behind it, rendered; empty where there is none
 * @param rule the rule that gave it; empty where a cell did
 * @param note what else there is to know, such as {@code renamed from …}; empty mostly
 */
public record PlannedOperation(
    int sequence,
    Stage stage,
    Operation operation,
    Reason reason,
    String origin,
    String rule,
    String note) {

  /** One of which there is nothing else to know. */
  public PlannedOperation(
      int sequence, Stage stage, Operation operation, Reason reason, String origin, String rule) {
    this(sequence, stage, operation, reason, origin, rule, "");
  }

  /** The same in another place. */
  public PlannedOperation at(int place) {
    return new PlannedOperation(place, stage, operation, reason, origin, rule, note);
  }

  /** The same in another stage. */
  public PlannedOperation in(Stage other) {
    return new PlannedOperation(sequence, other, operation, reason, origin, rule, note);
  }
}
