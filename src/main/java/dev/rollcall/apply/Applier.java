package dev.rollcall.apply;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import dev.rollcall.model.Roster;
import dev.rollcall.plan.PlannedNames;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Stage;
import dev.rollcall.security.FailureText;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Lane;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Request;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.WritableTenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sends one run's requests, one at a time a lane and lanes side by side: what is sent is in the
 * journal before it leaves, and what became of it before the lane's next request leaves.
 * Thread-safe.
 */
public final class Applier {

  private final RunId run;
  private final Journal journal;
  private final WritableTenant workspace;
  private final Stop stop;
  private final Clock clock;
  private final LastLook lastLook;
  private final OperationStates states;
  private final Prerequisites prerequisites;

  /** One of a plan in which no two operations have to do with each other but by their names. */
  public Applier(RunId run, Journal journal, WritableTenant workspace, Stop stop, Clock clock) {
    this(run, journal, workspace, stop, clock, Ground.NONE);
  }

  /** An applier of the plan that the journal holds for this run. */
  public Applier(
      RunId run, Journal journal, WritableTenant workspace, Stop stop, Clock clock, Ground ground) {
    this.run = run;
    this.journal = journal;
    this.workspace = workspace;
    this.stop = stop;
    this.clock = clock;
    this.lastLook = ground.lastLook();
    this.states = new OperationStates(journal.operations(run), lastLook);
    this.prerequisites = new Prerequisites(states.operations(), named(ground.seen()));
  }

  private Roster named(Roster seen) {
    return PlannedNames.of(states.operations().stream().map(PlannedOperation::operation).toList())
        .in(seen);
  }

  /**
   * The requests of a stage that are still to be sent, each lane's in order. Asked once, before any
   * of them is sent: lanes must agree on who sends what, and what is pending, known and trusted
   * changes while they do. So it is here that what is taken is looked at once more.
   */
  public SortedMap<Lane, List<Request>> lanes(Stage stage) {
    if (stage == Stage.REVOCATIONS) {
      lastLook
          .against(states.pendingFrom(stage))
          .forEach((sequence, why) -> change(sequence, OperationState.BLOCKED, why));
    }
    return workspace.batching().requests(stage, states.pending(stage)).stream()
        .collect(groupingBy(Request::lane, TreeMap::new, toUnmodifiableList()));
  }

  /** Sends a request, less what is blocked; does nothing once the run is to stop. */
  public void apply(Request request) {
    if (stop.asked()) {
      return;
    }
    List<PlannedOperation> ready = recordBlocked(request);
    if (ready.isEmpty()) {
      return;
    }
    send(
        new Request(
            request.lane(),
            request.repeatable(),
            ready.stream().map(PlannedOperation::sequence).toList()),
        ready);
  }

  private List<PlannedOperation> recordBlocked(Request request) {
    List<PlannedOperation> ready = new ArrayList<>();
    for (int sequence : request.sequences()) {
      PlannedOperation planned = states.operation(sequence);
      Optional<Outcome.Blocked> blocked = prerequisites.blocking(planned, states::of);
      if (blocked.isPresent()) {
        change(sequence, OperationState.BLOCKED, blocked.get().message());
      } else if (states.take(sequence)) {
        ready.add(planned);
      }
    }
    return ready;
  }

  private void send(Request request, List<PlannedOperation> operations) {
    Map<Integer, Outcome> outcomes;
    try {
      journal.sent(run, request, clock.instant());
      outcomes = workspace.send(request, operations);
    } catch (TenantUnavailable e) {
      unsend(request, FailureText.of(e));
      stop.ask(Stop.Cause.UNAVAILABLE);
      return;
    } catch (AccessRefused e) {
      unsend(request, FailureText.of(e));
      throw e;
    } catch (LeaseLost e) {
      stop.ask(Stop.Cause.UNAVAILABLE);
      throw e;
    }
    record(request, total(request, outcomes));
    stop.request(request.lane(), outcomes.values().stream().anyMatch(Applier::isFailure));
    endWithTheToken(outcomes);
  }

  private static boolean isFailure(Outcome outcome) {
    return outcome instanceof Outcome.Failed || outcome instanceof Outcome.NotSent;
  }

  /** What was done before it died is recorded; nothing else of the run can be sent. */
  private static void endWithTheToken(Map<Integer, Outcome> outcomes) {
    for (Outcome outcome : outcomes.values()) {
      if (outcome instanceof Outcome.NotSent notSent && notSent.tokenDied()) {
        throw new AccessRefused(notSent.message());
      }
    }
  }

  private void record(Request request, Map<Integer, Outcome> outcomes) {
    journal.record(run, request, outcomes, clock.instant());
    outcomes.forEach((sequence, outcome) -> states.put(sequence, OperationState.after(outcome)));
  }

  /** The workspace throws only before a change goes out. */
  private void unsend(Request request, String why) {
    request.sequences().forEach(sequence -> change(sequence, OperationState.PENDING, why));
  }

  /** An operation that the workspace forgot to answer for may have happened. */
  private static Map<Integer, Outcome> total(Request request, Map<Integer, Outcome> outcomes) {
    Map<Integer, Outcome> total = new HashMap<>();
    for (int sequence : request.sequences()) {
      Outcome missing = new Outcome.Failed(1, true, "there was no answer for it");
      total.put(sequence, outcomes.getOrDefault(sequence, missing));
    }
    return total;
  }

  private void change(int sequence, OperationState state, String message) {
    journal.change(run, sequence, state, message, clock.instant());
    states.put(sequence, state);
  }
}
