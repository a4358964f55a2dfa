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
import java.util.Map;

/**
 * What is there is read just before it is changed, so that only differences are sent, with the
 * version they are of: each such request is two.
 */
record ReadingFirst(Batching batching, ScimContext context) implements Batching {

  @Override
  public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
    return batching.requests(stage, operations);
  }

  @Override
  public RequestForecast course(Collection<PlannedOperation> operations) {
    List<Map<Lane, Integer>> legs = new ArrayList<>(batching.course(operations).legs());
    int reads = reads(operations);
    if (reads > 0) {
      legs.add(Map.of(ScimApi.LANE, reads));
    }
    return new RequestForecast(legs);
  }

  private int reads(Collection<PlannedOperation> operations) {
    int reads = 0;
    for (Stage stage : Stage.values()) {
      List<PlannedOperation> changing =
          operations.stream()
              .filter(planned -> planned.stage() == stage && isChanging(planned))
              .toList();
      reads += batching.requests(stage, changing).size();
    }
    return reads;
  }

  private boolean isChanging(PlannedOperation planned) {
    return switch (planned.operation().verb()) {
      case PROFILE, SUSPEND, REINSTATE -> true;
      case SET ->
          !context.isAskedByPerson()
              || ((Operation.Set) planned.operation()).on().kind().levels().isPresent();
      case DEFINE, UNDEFINE, JOIN, WITHDRAW, REMOVE -> false;
    };
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
    return batching.fewestRequests(operations) + reads(operations);
  }

  @Override
  public RequestQuota quota(Lane lane) {
    return batching.quota(lane);
  }
}
