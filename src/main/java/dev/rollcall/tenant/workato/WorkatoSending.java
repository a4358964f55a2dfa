package dev.rollcall.tenant.workato;

import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the operations of a request and says what became of each. */
final class WorkatoSending {

  private final Tools tools;
  private final Trials trials;
  private final Writing writing;
  private final Unrepeatable unrepeatable;

  WorkatoSending(Tools tools) {
    this.tools = tools;
    this.trials = new Trials(tools);
    this.writing = new Writing(tools);
    this.unrepeatable = new Unrepeatable(tools);
  }

  Map<Integer, Outcome> send(List<PlannedOperation> operations) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<SharedTarget, List<Item>> shared = new LinkedHashMap<>();
    Placing placing = new Placing(tools);
    for (PlannedOperation planned : operations) {
      Work work = placing.place(planned);
      if (work instanceof Work.Shared together) {
        shared
            .computeIfAbsent(together.target(), key -> new ArrayList<>())
            .addAll(together.items());
      } else {
        outcomes.put(planned.sequence(), alone(work));
      }
    }
    shared.forEach(
        (target, items) ->
            trials
                .send(target, items)
                .forEach(
                    (item, outcome) -> outcomes.merge(item.sequence(), outcome, this::graver)));
    if (stoppedBefore(outcomes)) {
      throw new TenantUnavailable("stopped before it was sent");
    }
    return outcomes;
  }

  private Outcome alone(Work work) {
    if (work instanceof Work.Invitation invitation) {
      return unrepeatable.invite(invitation.operation());
    }
    if (work instanceof Work.Creation creation) {
      return unrepeatable.createGroup(creation.operation());
    }
    if (work instanceof Work.Alone alone) {
      return Optional.ofNullable(
              writing.write(alone.target(), List.of(alone.item())).outcomes().get(alone.item()))
          .orElseThrow();
    }
    Work.Nameless nameless = (Work.Nameless) work;
    return nameless.satisfied()
        ? new Outcome.AlreadySo(nameless.what())
        : new Outcome.Refused(0, nameless.what());
  }

  /** Whether a stop came before anything of the request was sent. */
  private boolean stoppedBefore(Map<Integer, Outcome> outcomes) {
    return tools.waiting().stop().getAsBoolean()
        && outcomes.values().stream().allMatch(Outcome.NotSent.class::isInstance);
  }

  /** An operation of several items is as good as the worst of them. */
  private Outcome graver(Outcome one, Outcome two) {
    return gravity(one) >= gravity(two) ? one : two;
  }

  private static int gravity(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.inDoubt() ? 7 : 4;
    }
    if (outcome instanceof Outcome.NotSent) {
      return 6;
    }
    if (outcome instanceof Outcome.Refused) {
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
