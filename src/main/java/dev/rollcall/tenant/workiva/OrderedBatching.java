package dev.rollcall.tenant.workiva;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Batching;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.RequestForecast;
import dev.rollcall.tenant.RequestQuota;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests in the order in which an organization lets them be: whoever is to hold a role or to be
 * in a group has to be a member first, and is one until the last of these is taken.
 */
record OrderedBatching(Batching batching) implements Batching {

  private static final int ACCOUNT = 0;

  @Override
  public List<Request> requests(Stage stage, Collection<PlannedOperation> operations) {
    Map<Integer, Integer> ranks = new HashMap<>();
    operations.forEach(planned -> ranks.put(planned.sequence(), rank(planned.operation())));
    return batching.requests(stage, operations).stream()
        .sorted(
            Comparator.comparingInt(
                request -> ranks.getOrDefault(request.sequences().get(0), ACCOUNT)))
        .toList();
  }

  /** What gives goes from accounts to permissions; what takes goes the other way, behind it. */
  private static int rank(Operation operation) {
    int kinds = WorkivaVocabulary.Thing.values().length;
    return switch (operation.verb()) {
      case DEFINE, JOIN, PROFILE, REINSTATE, WITHDRAW -> ACCOUNT;
      case SET -> {
        Operation.Set set = (Operation.Set) operation;
        int kind = 1 + WorkivaVocabulary.Thing.of(set.on()).ordinal();
        yield set.after().isPresent() ? kind : 2 * kinds + 2 - kind;
      }
      case SUSPEND, REMOVE, UNDEFINE -> 2 * kinds + 2;
    };
  }

  @Override
  public RequestForecast course(Collection<PlannedOperation> operations) {
    return batching.course(operations);
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
