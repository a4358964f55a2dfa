package dev.rollcall.tenant.scim;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestForecast;
import dev.rollcall.tenant.RequestQuota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Memberships that others need are given first and taken last, each in requests of its own: whoever
 * is to have a role in a workspace must be in the workspace.
 */
record OuterFirst(Batching batching, ScimContext context) implements Batching {

  @Override
  public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
    Predicate<PlannedOperation> isLate =
        planned -> isWithin(planned.operation()) != isTaking(planned.operation());
    List<Request> all = new ArrayList<>();
    for (Predicate<PlannedOperation> part : List.of(isLate.negate(), isLate)) {
      all.addAll(batching.requests(stage, operations.stream().filter(part).toList()));
    }
    return all;
  }

  /** What is on something within another is given late, and taken early. */
  private boolean isWithin(Operation operation) {
    return switch (operation.verb()) {
      case SET -> context.outer(((Operation.Set) operation).on()).isPresent();
      case DEFINE, UNDEFINE, JOIN, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> false;
    };
  }

  private static boolean isTaking(Operation operation) {
    return switch (operation.verb()) {
      case SET -> ((Operation.Set) operation).after().isEmpty();
      case DEFINE, UNDEFINE, JOIN, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> false;
    };
  }

  @Override
  public RequestForecast course(Collection<PlannedOperation> operations) {
    RequestForecast within =
        batching.course(operations.stream().filter(each -> isWithin(each.operation())).toList());
    RequestForecast others =
        batching.course(operations.stream().filter(each -> !isWithin(each.operation())).toList());
    return new RequestForecast(
        Stream.of(others, within).flatMap(each -> each.legs().stream()).toList());
  }

  @Override
  public List<Duration> recent(Lane lane) {
    return batching.recent(lane);
  }

  @Override
  public int readBefore() {
    return batching.readBefore();
  }

  @Override
  public int fewestRequests(Collection<PlannedOperation> operations) {
    return batching.fewestRequests(operations);
  }

  @Override
  public RequestQuota quota(Lane lane) {
    return batching.quota(lane);
  }
}
