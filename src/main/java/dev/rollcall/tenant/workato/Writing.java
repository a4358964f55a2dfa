package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Attempt;
import dev.rollcall.tenant.http.Tried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends items to their target: looks where an answer was lost, and isolates what is refused. */
final class Writing {

  /**
   * What became of each item.
   *
   * @param together false where they were refused together and sent one by one
   */
  record Written(Map<Item, Outcome> outcomes, boolean together) {}

  private static final int ROUNDS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Tools tools;

  Writing(Tools tools) {
    this.tools = tools;
  }

  /** Sends the items in one request, and says of each what became of it. */
  Written write(Changeable target, List<Item> items) {
    return write(target, items, Optional.empty());
  }

  /**
   * The same.
   *
   * @param known what the target was seen to hold shortly before, if it was
   */
  private Written write(Changeable target, List<Item> items, Optional<Map<String, String>> known) {
    Map<Item, Outcome> outcomes = new HashMap<>();
    List<Item> left = items;
    Optional<Outcome> closed = tools.access().closed();
    if (closed.isPresent()) {
      return all(items, closed.get());
    }
    int attempts = 0;
    for (int round = 1; !left.isEmpty(); round++) {
      Tried<String> tried = target.write(left);
      attempts += tried.attempts();
      if (tried.last() instanceof Attempt.Accepted) {
        left.forEach(item -> outcomes.put(item, new Outcome.Applied()));
        return new Written(outcomes, true);
      }
      if (!WorkatoErrors.lost(tried.last())) {
        Written refused = refused(target, left, tried, known);
        outcomes.putAll(refused.outcomes());
        return new Written(outcomes, refused.together());
      }
      left = stillOpen(target, left, new Tried<>(tried.last(), attempts), outcomes);
      boolean again = round < ROUNDS && pause(round);
      if (!again) {
        Outcome failed = new Outcome.Failed(attempts, false, WorkatoErrors.why(tried.last()));
        left.forEach(item -> outcomes.put(item, failed));
        return new Written(outcomes, true);
      }
    }
    return new Written(outcomes, true);
  }

  private boolean pause(int round) {
    return tools.waiting().until(tools.waiting().clock().instant().plus(PAUSE.multipliedBy(round)));
  }

  /** Looks what a request did whose answer was lost; what it did not do is left. */
  private List<Item> stillOpen(
      Changeable target, List<Item> items, Tried<String> tried, Map<Item, Outcome> outcomes) {
    Map<String, String> held;
    try {
      held = target.read();
    } catch (TenantUnavailable | AccessRefused e) {
      Outcome doubt =
          new Outcome.Failed(
              tried.attempts(),
              true,
              WorkatoErrors.why(tried.last()) + "; and it could not be looked up");
      items.forEach(item -> outcomes.put(item, doubt));
      return List.of();
    }
    List<Item> open = new ArrayList<>();
    for (Item item : items) {
      if (item.took(held)) {
        outcomes.put(item, new Outcome.Applied());
      } else {
        open.add(item);
      }
    }
    return open;
  }

  private Written refused(
      Changeable target,
      List<Item> items,
      Tried<String> tried,
      Optional<Map<String, String>> known) {
    if (WorkatoErrors.notPermitted(tried.last())) {
      return all(items, tools.access().turnedAway(target.endpoint(), target.environment(), tried));
    }
    Outcome outcome = WorkatoErrors.outcome(tried);
    if (!(outcome instanceof Outcome.Refused)) {
      return all(items, outcome);
    }
    if (items.size() > 1) {
      return isolated(target, items);
    }
    Optional<Map<String, String>> held = known.or(() -> seen(target));
    boolean alreadySo = held.filter(items.get(0)::took).isPresent();
    return all(items, alreadySo ? alreadySo(tried) : outcome);
  }

  /** One bad item must not spoil the others. What is held is read once for all of them. */
  private Written isolated(Changeable target, List<Item> items) {
    Optional<Map<String, String>> held = seen(target);
    Map<Item, Outcome> outcomes = new HashMap<>();
    items.forEach(item -> outcomes.putAll(write(target, List.of(item), held).outcomes()));
    return new Written(outcomes, false);
  }

  private static Outcome alreadySo(Tried<String> tried) {
    return new Outcome.AlreadySo(WorkatoErrors.why(tried.last()));
  }

  /** Adding who is there and removing who is not may be refused; both are as wanted. */
  private static Optional<Map<String, String>> seen(Changeable target) {
    try {
      return Optional.of(target.read());
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.empty();
    }
  }

  private static Written all(List<Item> items, Outcome outcome) {
    Map<Item, Outcome> outcomes = new HashMap<>();
    items.forEach(item -> outcomes.put(item, outcome));
    return new Written(outcomes, true);
  }
}
