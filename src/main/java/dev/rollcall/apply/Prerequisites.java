package dev.rollcall.apply;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import dev.rollcall.plan.ResourceCreations;
import dev.rollcall.plan.Stage;
import dev.rollcall.tenant.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What must have come about before an operation may be sent: a group before anything in it, an
 * account before anything else on it, and a person's additions before they lose something, those of
 * the groups that they are in included. Leavers lose what they hold in any case.
 */
final class Prerequisites {

  private static final Set<OperationState> TRIED =
      EnumSet.of(OperationState.REFUSED, OperationState.IGNORED, OperationState.FAILED);

  private final Map<Resource, Integer> creates = new HashMap<>();
  private final Map<Assignee, Integer> accounts = new HashMap<>();
  private final Map<Assignee, List<Integer>> additions = new HashMap<>();
  private final PassedOnRights passedOn;

  /**
   * Those of a plan.
   *
   * @param seen the workspace before any of it, by the names that the plan brings about
   */
  Prerequisites(Collection<PlannedOperation> operations, Roster seen) {
    passedOn = new PassedOnRights(seen);
    for (PlannedOperation planned : operations) {
      Assignee assignee = planned.operation().assignee();
      ResourceCreations.of(planned).ifPresent(group -> creates.put(group, planned.sequence()));
      switch (planned.stage()) {
        case ACCOUNTS -> {
          accounts.put(assignee, planned.sequence());
          adds(assignee, planned);
        }
        case ROLES, GROUPS, ADDITIONS -> adds(assignee, planned);
        case REVOCATIONS, REMOVALS -> passedOn.takes(planned);
      }
    }
  }

  /** What somebody is called gives nothing that has to come before what is taken. */
  private void adds(Assignee assignee, PlannedOperation planned) {
    if (planned.operation().verb() != Operation.Verb.PROFILE) {
      additions.computeIfAbsent(assignee, who -> new ArrayList<>()).add(planned.sequence());
      passedOn.adds(planned);
    }
  }

  /** Why an operation must not be sent, by the states of the others. */
  Optional<Outcome.Blocked> blocking(
      PlannedOperation planned, IntFunction<OperationState> stateOf) {
    for (Resource group : needed(planned.operation()).toList()) {
      Integer create = creates.get(group);
      if (create != null && isInTheWay(planned, stateOf.apply(create))) {
        return Optional.of(
            new Outcome.Blocked(
                create,
                "%s \"%s\" did not come about (#%d)"
                    .formatted(group.kind().noun(), group, create)));
      }
    }
    Assignee assignee = planned.operation().assignee();
    Integer account = accounts.get(assignee);
    if (account != null && account != planned.sequence() && !stateOf.apply(account).isDone()) {
      return Optional.of(
          new Outcome.Blocked(account, "there is no account to change yet (#" + account + ")"));
    }
    if (planned.stage() == Stage.REVOCATIONS && planned.reason() != Reason.LEAVER) {
      return firstUndone(additions.getOrDefault(assignee, List.of()).stream(), stateOf)
          .map(
              sequence ->
                  new Outcome.Blocked(
                      sequence,
                      "nothing is taken from whom an addition did not reach (#" + sequence + ")"))
          .or(
              () ->
                  firstUndone(passedOn.besides(planned.operation()), stateOf)
                      .map(
                          sequence ->
                              new Outcome.Blocked(
                                  sequence,
                                  "nothing is taken while a group of theirs did not get what it is to give (#"
                                      + sequence
                                      + ")")));
    }
    return Optional.empty();
  }

  private static Optional<Integer> firstUndone(
      Stream<Integer> sequences, IntFunction<OperationState> stateOf) {
    return sequences.filter(sequence -> !stateOf.apply(sequence).isDone()).findFirst();
  }

  /**
   * Whether what brings a name about must have come first. What was tried and refused is there
   * under its old name, so that leavers lose it all the same.
   */
  private static boolean isInTheWay(PlannedOperation planned, OperationState state) {
    boolean takesFromLeaver =
        planned.reason() == Reason.LEAVER
            && planned.operation().changes().stream().allMatch(change -> change.after().isEmpty());
    return !state.isDone() && !(takesFromLeaver && TRIED.contains(state));
  }

  /** The resources that must be there before an operation, by the names that it goes by. */
  private static Stream<Resource> needed(Operation operation) {
    return switch (operation.verb()) {
      case JOIN, SET, REINSTATE, WITHDRAW ->
          Stream.concat(
              operation.changes().stream().flatMap(Prerequisites::concerned),
              operation.assignee().group().stream());
      case DEFINE, UNDEFINE, PROFILE, SUSPEND, REMOVE -> Stream.of();
    };
  }

  /** What it is on, and the role that it gives. */
  private static Stream<Resource> concerned(Change change) {
    return Stream.concat(
        change.on().stream(), change.after().flatMap(Entitlement::roleItself).stream());
  }
}
