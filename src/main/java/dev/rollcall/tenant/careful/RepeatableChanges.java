package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.http.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends changes that may be made twice: looks where an answer was lost, and isolates what is
 * refused.
 */
public final class RepeatableChanges {

  /**
   * What became of each item.
   *
   * @param together false where they were refused together and sent one by one
   */
  record Written(Map<BatchItem, Outcome> outcomes, boolean together) {}

  private static final int ROUNDS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Answers answers;
  private final Waiting waiting;

  /** Changes that are given up where waiting makes no sense any more. */
  public RepeatableChanges(Answers answers, Waiting waiting) {
    this.answers = answers;
    this.waiting = waiting;
  }

  /** What becomes of what is still to be sent; empty while the token is let in anywhere. */
  Optional<Outcome> closed() {
    return answers.closed();
  }

  /** Sends the items in one request, and says of each what became of it. */
  Written write(Changeable changeable, List<BatchItem> items) {
    return write(changeable, items, Optional.empty());
  }

  /**
   * The same.
   *
   * @param known what it was seen to hold shortly before, if it was
   */
  private Written write(
      Changeable changeable, List<BatchItem> items, Optional<Map<String, String>> known) {
    Map<BatchItem, Outcome> outcomes = new HashMap<>();
    List<BatchItem> left = items;
    Optional<Outcome> closed = answers.closed();
    if (closed.isPresent()) {
      return all(items, closed.get());
    }
    int attempts = 0;
    for (int round = 1; !left.isEmpty(); round++) {
      FinishedCall<String> finished = changeable.write(left);
      attempts += finished.attempts();
      if (finished.last() instanceof CallOutcome.Accepted) {
        left.forEach(item -> outcomes.put(item, new Outcome.Applied()));
        return new Written(outcomes, true);
      }
      if (!finished.last().isLost()) {
        Written refused = refused(changeable, left, finished, known);
        outcomes.putAll(refused.outcomes());
        return new Written(outcomes, refused.together());
      }
      left = stillOpen(changeable, left, new FinishedCall<>(finished.last(), attempts), outcomes);
      boolean again = round < ROUNDS && pause(round);
      if (!again) {
        Outcome failed = new Outcome.Failed(attempts, false, answers.why(finished.last()));
        left.forEach(item -> outcomes.put(item, failed));
        return new Written(outcomes, true);
      }
    }
    return new Written(outcomes, true);
  }

  private boolean pause(int round) {
    return waiting.until(waiting.clock().instant().plus(PAUSE.multipliedBy(round)));
  }

  /** Looks what a request did whose answer was lost; what it did not do is left. */
  private List<BatchItem> stillOpen(
      Changeable changeable,
      List<BatchItem> items,
      FinishedCall<String> finished,
      Map<BatchItem, Outcome> outcomes) {
    Map<String, String> held;
    try {
      held = changeable.read();
    } catch (TenantUnavailable | AccessRefused e) {
      Outcome doubt =
          new Outcome.Failed(
              finished.attempts(),
              true,
              answers.why(finished.last()) + "; and it could not be looked up");
      items.forEach(item -> outcomes.put(item, doubt));
      return List.of();
    }
    List<BatchItem> open = new ArrayList<>();
    for (BatchItem item : items) {
      if (item.took(held)) {
        outcomes.put(item, new Outcome.Applied());
      } else {
        open.add(item);
      }
    }
    return open;
  }

  private Written refused(
      Changeable changeable,
      List<BatchItem> items,
      FinishedCall<String> finished,
      Optional<Map<String, String>> known) {
    if (answers.notPermitted(finished.last())) {
      return all(items, changeable.turnedAway(finished));
    }
    Outcome outcome = answers.outcome(finished);
    if (!(outcome instanceof Outcome.Refused)) {
      return all(items, outcome);
    }
    if (items.size() > 1) {
      return isolated(changeable, items);
    }
    Optional<Map<String, String>> held = known.or(() -> seen(changeable));
    boolean alreadySo = held.filter(items.get(0)::took).isPresent();
    return all(items, alreadySo ? new Outcome.AlreadySo(outcome.message()) : outcome);
  }

  /** One bad item must not spoil the others. What is held is read once for all of them. */
  private Written isolated(Changeable changeable, List<BatchItem> items) {
    Optional<Map<String, String>> held = seen(changeable);
    Map<BatchItem, Outcome> outcomes = new HashMap<>();
    items.forEach(item -> outcomes.putAll(write(changeable, List.of(item), held).outcomes()));
    return new Written(outcomes, false);
  }

  /** Adding who is there and removing who is not may be refused; both are as wanted. */
  private static Optional<Map<String, String>> seen(Changeable changeable) {
    try {
      return Optional.of(changeable.read());
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.empty();
    }
  }

  /** The same of each. */
  static Written all(List<BatchItem> items, Outcome outcome) {
    Map<BatchItem, Outcome> outcomes = new HashMap<>();
    items.forEach(item -> outcomes.put(item, outcome));
    return new Written(outcomes, true);
  }
}
