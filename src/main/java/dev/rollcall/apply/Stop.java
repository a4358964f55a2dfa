package dev.rollcall.apply;

import dev.rollcall.tenant.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a run must take no further operations: by a signal, its deadline, too many failures, or a
 * workspace that is gone. The request in flight is finished. Thread-safe.
 */
public final class Stop {

  /** Why a run stops. */
  public enum Cause {
    /** SIGTERM or Ctrl-C. */
    SIGNAL,
    /** The time given by {@code --deadline} is over. */
    DEADLINE,
    /** Failures in a row: going on would only hammer. */
    FAILURES,
    /** The workspace or the repository cannot be used any more. */
    UNAVAILABLE
  }

  private final Clock clock;
  private final Optional<Instant> deadline;
  private final int failureBudget;
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final Map<Lane, AtomicInteger> ofLanes = new ConcurrentHashMap<>();
  private final AtomicReference<Cause> cause = new AtomicReference<>();

  /**
   * A stop that nothing has asked for yet.
   *
   * @param failureBudget so many failed requests in a row, of all or of one lane, end the run
   */
  public Stop(Clock clock, Optional<Instant> deadline, int failureBudget) {
    this.clock = clock;
    this.deadline = deadline;
    this.failureBudget = failureBudget;
  }

  /** Asks the run to stop; the first cause stays. */
  public void ask(Cause why) {
    cause.compareAndSet(null, why);
  }

  /** Counts a request that failed, or resets the counts after one that worked. */
  public void request(Lane lane, boolean failed) {
    count(failuresInARow, failed);
    count(ofLanes.computeIfAbsent(lane, key -> new AtomicInteger()), failed);
  }

  private void count(AtomicInteger inARow, boolean failed) {
    if (!failed) {
      inARow.set(0);
    } else if (inARow.incrementAndGet() >= failureBudget) {
      ask(Cause.FAILURES);
    }
  }

  /** Why nothing more may be sent; empty where it may. */
  public Optional<Cause> cause() {
    if (cause.get() == null && deadline.filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      ask(Cause.DEADLINE);
    }
    return Optional.ofNullable(cause.get());
  }

  /** How long it is until the deadline; empty where there is none. */
  public Optional<Duration> left() {
    return deadline.map(end -> Duration.between(clock.instant(), end));
  }

  /** Whether nothing more may be sent. */
  public boolean asked() {
    return cause().isPresent();
  }
}
