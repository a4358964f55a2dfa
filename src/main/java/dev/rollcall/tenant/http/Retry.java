package dev.rollcall.tenant.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Makes a call again after a passing failure: after as long as the server asks, else after
 * exponentially growing pauses with jitter, and within a budget of time. That of too many requests
 * is a larger one: others may use the same quota, and leave a place now and then.
 */
public final class Retry {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** A quota is of a minute: together the pauses must come to more. */
  private static final Duration FIRST_PAUSE_OF_TOO_MANY = Duration.ofSeconds(4);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_ASKED_PAUSE = Duration.ofSeconds(120);

  private static final Duration SHORTEST_BESIDE_OTHERS = Duration.ofSeconds(1);
  private static final Duration BESIDE_OTHERS = Duration.ofMinutes(15);

  private final Waiting waiting;
  private final Duration budget;
  private final int maxAttempts;
  private final DoubleSupplier random;

  /** With a budget for one call, all its attempts and pauses included. */
  public Retry(Waiting waiting, int maxAttempts, Duration budget) {
    this(waiting, maxAttempts, budget, () -> ThreadLocalRandom.current().nextDouble());
  }

  Retry(Waiting waiting, int maxAttempts, Duration budget, DoubleSupplier random) {
    this.waiting = waiting;
    this.maxAttempts = maxAttempts;
    this.budget = budget;
    this.random = random;
  }

  /** Makes the call, in each attempt behind the window, until it ended for good. */
  public <T> FinishedCall<T> run(
      RepeatRule repeat, RateWindow window, Supplier<CallOutcome<T>> once) {
    Instant begun = waiting.clock().instant();
    for (int made = 1; ; made++) {
      Optional<CallOutcome<T>> passed = window.pass(once);
      if (passed.isEmpty()) {
        return new FinishedCall<>(
            new CallOutcome.Stopped<>(
                "was stopped before its turn came: the time is over, or somebody said stop"),
            made - 1);
      }
      CallOutcome<T> attempt = passed.get();
      window.answered(attempt.isTooMany());
      if (!repeat.after(attempt) || !pause(attempt, made, begun)) {
        return new FinishedCall<>(attempt, made);
      }
    }
  }

  /** Waits before the next attempt; false where there must be none. */
  private boolean pause(CallOutcome<?> failed, int made, Instant begun) {
    Duration length = length(failed, made);
    // Who asks for no pause, and refuses again and again, does not count requests.
    boolean isShared = failed.isTooMany() && length.compareTo(SHORTEST_BESIDE_OTHERS) >= 0;
    if (made >= maxAttempts && !isShared || waiting.stop().getAsBoolean()) {
      return false;
    }
    Instant next = waiting.clock().instant().plus(length);
    Instant end = begun.plus(isShared ? BESIDE_OTHERS : budget);
    return !next.isAfter(end) && waiting.until(next);
  }

  private Duration length(CallOutcome<?> failed, int made) {
    if (failed instanceof CallOutcome.Rejected<?> rejected && rejected.retryAfter().isPresent()) {
      return shorter(rejected.retryAfter().get(), LONGEST_ASKED_PAUSE);
    }
    Duration first = failed.isTooMany() ? FIRST_PAUSE_OF_TOO_MANY : FIRST_PAUSE;
    Duration grown =
        shorter(first.multipliedBy(1L << Math.max(0, Math.min(made - 1, 10))), LONGEST_PAUSE);
    return grown.multipliedBy(Math.round(750 + 500 * random.getAsDouble())).dividedBy(1000);
  }

  private static Duration shorter(Duration one, Duration two) {
    return one.compareTo(two) < 0 ? one : two;
  }
}
