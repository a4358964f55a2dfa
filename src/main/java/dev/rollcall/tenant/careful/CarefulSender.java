package dev.rollcall.tenant.careful;

import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.Experience;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The sender of the operations of a request: says what became of each, and looks whether one
 * happened whose answer was lost.
 */
public final class CarefulSender {

  private final Supplier<Function<PlannedOperation, ResolvedOperation>> lookup;
  private final Waiting waiting;
  private final Turns turns;
  private final Trials trials;
  private final RecentHoldings recent;

  /**
   * A sender of which the experience learns.
   *
   * @param lookup of what operations name; a new one for each request, within which operations on
   *     one list share it
   */
  public CarefulSender(
      Supplier<Function<PlannedOperation, ResolvedOperation>> lookup,
      Answers answers,
      Experience experience,
      Waiting waiting) {
    this.lookup = lookup;
    this.waiting = waiting;
    this.turns = new Turns(waiting);
    this.trials = new Trials(answers, experience, waiting, turns);
    this.recent = new RecentHoldings(waiting.clock());
  }

  /** Sends these, which one request carries. */
  public Map<Integer, Outcome> send(List<PlannedOperation> operations) {
    // What was seen before tells nothing any more.
    recent.forgetAll();
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<SharedList, List<BatchItem>> shared = new LinkedHashMap<>();
    Function<PlannedOperation, ResolvedOperation> resolve = lookup.get();
    for (PlannedOperation planned : operations) {
      resolve
          .apply(planned)
          .<Optional<Outcome>>fold(
              together -> gathered(together, shared), alone -> Optional.of(sent(alone)))
          .ifPresent(outcome -> outcomes.put(planned.sequence(), outcome));
    }
    shared.forEach(
        (list, items) ->
            trials
                .send(list, items)
                .forEach(
                    (item, outcome) ->
                        outcomes.merge(item.sequence(), outcome, CarefulSender::graver)));
    if (stoppedBefore(outcomes)) {
      throw new TenantUnavailable("stopped before it was sent");
    }
    return outcomes;
  }

  /** While nothing is tried: what it does would be taken for what the trial did. */
  private Outcome sent(ResolvedOperation.Alone operation) {
    return turns
        .together(operation::send)
        .orElseGet(
            () -> new Outcome.NotSent("not sent: stopped while waiting for its turn", false));
  }

  private static Optional<Outcome> gathered(
      ResolvedOperation.Shared operation, Map<SharedList, List<BatchItem>> shared) {
    shared.computeIfAbsent(operation.list(), key -> new ArrayList<>()).addAll(operation.items());
    return Optional.empty();
  }

  /** Looks whether an operation has happened that was sent then. Never writes. */
  public Settled settle(PlannedOperation planned, Instant sent) {
    return lookup
        .get()
        .apply(planned)
        .fold(
            shared -> {
              Map<String, String> held = recent.look(shared.list()).by();
              return Settled.by(shared.items().stream().allMatch(item -> item.took(held)));
            },
            alone -> alone.settle(sent));
  }

  /**
   * Gives back what an earlier process took, and was killed before it could do so itself.
   *
   * @param lists a look at the tenant, for finding the list that a reference is of
   * @return what was done, for people
   */
  public List<String> makeGood(Supplier<Function<String, Optional<SharedList>>> lists) {
    Restitution restitution = trials.restitution();
    return restitution.isOwed()
        ? turns.alone(() -> restitution.make(lists.get())).orElse(List.of())
        : List.of();
  }

  /**
   * Tries again, small, whatever sent these, though it was thought to be known: they were accepted,
   * and do not show.
   */
  public void doubt(Collection<Operation> operations, RequestShapes shapes) {
    operations.stream()
        .flatMap(each -> shapes.of(each, Set.of()).change().stream())
        .map(ListChange::kind)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(kind -> trials.doubt(kind, "was accepted, and did not show in the end"));
  }

  /** Whether a stop came before anything of the request was sent. */
  private boolean stoppedBefore(Map<Integer, Outcome> outcomes) {
    return waiting.stop().getAsBoolean()
        && outcomes.values().stream().allMatch(Outcome.NotSent.class::isInstance);
  }

  /** An operation of several items is as good as the worst of them. */
  private static Outcome graver(Outcome one, Outcome two) {
    return gravity(one) >= gravity(two) ? one : two;
  }

  private static int gravity(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.inDoubt() ? 7 : 4;
    }
    if (outcome instanceof Outcome.NotSent) {
      return 6;
    }
    if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.Ignored) {
      return 5;
    }
    if (outcome instanceof Outcome.Blocked) {
      return 3;
    }
    if (outcome instanceof Outcome.Deferred) {
      return 2;
    }
    return outcome instanceof Outcome.Applied ? 1 : 0;
  }
}
