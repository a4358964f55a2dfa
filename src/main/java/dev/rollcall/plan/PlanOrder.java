package dev.rollcall.plan;

import java.util.Comparator;

/**
 * The order of a plan: by stage, groups before what they are given, then by assignee, kind and
 * target. Total, so that equal inputs give equal plans.
 */
final class PlanOrder {

  private static final Place PLACE = new Place();

  static final Comparator<PlannedOperation> OPERATIONS =
      Comparator.comparing(PlannedOperation::stage)
          .thenComparing(planned -> !(planned.operation() instanceof Operation.CreateGroup))
          .thenComparing(planned -> planned.operation().assignee().label())
          .thenComparing(planned -> planned.operation().accept(PLACE))
          .thenComparing(planned -> PlanDigest.key(planned.operation()));

  static final Comparator<Finding> FINDINGS =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::detail)
          .thenComparing(Finding::origin);

  private PlanOrder() {}

  /** Kind and target of an operation as one text that sorts. */
  private static final class Place implements Operation.Visitor<String> {
    @Override
    public String createGroup(Operation.CreateGroup operation) {
      return "0";
    }

    @Override
    public String invite(Operation.Invite operation) {
      return "1";
    }

    @Override
    public String reinstate(Operation.Reinstate operation) {
      return "2";
    }

    @Override
    public String suspend(Operation.Suspend operation) {
      return "3";
    }

    @Override
    public String setEnvironmentRole(Operation.SetEnvironmentRole operation) {
      return "4" + operation.environment();
    }

    @Override
    public String addToGroup(Operation.AddToGroup operation) {
      return "5" + operation.group();
    }

    @Override
    public String removeFromGroup(Operation.RemoveFromGroup operation) {
      return "6" + operation.group();
    }

    @Override
    public String setProjectRole(Operation.SetProjectRole operation) {
      return "7" + operation.project() + "@" + operation.environment();
    }

    @Override
    public String withdrawFromGroup(Operation.WithdrawFromGroup operation) {
      return "8" + operation.group();
    }

    @Override
    public String remove(Operation.Remove operation) {
      return "9";
    }
  }
}
