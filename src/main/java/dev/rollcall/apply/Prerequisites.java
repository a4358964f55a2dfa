package dev.rollcall.apply;

import dev.rollcall.model.Assignee;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.Stage;
import dev.rollcall.target.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What must have come about before an operation may be sent: a group before anything in it, and a
 * person's additions before they lose something. Leavers lose what they hold in any case.
 */
final class Prerequisites {

  private final Map<String, Integer> creates = new HashMap<>();
  private final Map<Assignee, List<Integer>> additions = new HashMap<>();

  Prerequisites(Collection<PlannedOperation> operations) {
    for (PlannedOperation planned : operations) {
      if (planned.operation() instanceof Operation.CreateGroup create) {
        creates.put(create.group(), planned.sequence());
      }
      if (planned.stage() == Stage.GROUPS || planned.stage() == Stage.ADDITIONS) {
        additions
            .computeIfAbsent(planned.operation().assignee(), who -> new ArrayList<>())
            .add(planned.sequence());
      }
    }
  }

  /** Why an operation must not be sent, by the states of the others. */
  Optional<Outcome.Blocked> blocking(
      PlannedOperation planned, IntFunction<OperationState> stateOf) {
    for (String group : groupsNeeded(planned.operation())) {
      Integer create = creates.get(group);
      if (create != null && !stateOf.apply(create).isDone()) {
        return Optional.of(
            new Outcome.Blocked(
                create, "group \"" + group + "\" could not be created (#" + create + ")"));
      }
    }
    if (planned.stage() == Stage.REVOCATIONS && planned.reason() != Reason.LEAVER) {
      return additions.getOrDefault(planned.operation().assignee(), List.of()).stream()
          .filter(sequence -> !stateOf.apply(sequence).isDone())
          .findFirst()
          .map(
              sequence ->
                  new Outcome.Blocked(
                      sequence,
                      "nothing is taken from whom an addition did not reach (#" + sequence + ")"));
    }
    return Optional.empty();
  }

  private static Set<String> groupsNeeded(Operation operation) {
    if (operation instanceof Operation.Invite invite) {
      return invite.groups();
    }
    if (operation instanceof Operation.AddToGroup add) {
      return Set.of(add.group());
    }
    if (operation instanceof Operation.SetProjectRole grant
        && grant.assignee() instanceof Assignee.GroupNamed group) {
      return Set.of(group.name());
    }
    return Set.of();
  }
}
