package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An operation whose names were looked up: what has to be asked for, and where. */
public sealed interface ResolvedOperation {

  /** One function a kind. */
  <R> R fold(Function<Shared, R> shared, Function<Alone, R> alone);

  /** Items that share a request with others on the same list. */
  record Shared(SharedList list, List<BatchItem> items) implements ResolvedOperation {
    @Override
    public <R> R fold(Function<Shared, R> shared, Function<Alone, R> alone) {
      return shared.apply(this);
    }
  }

  /** A request of its own. */
  non-sealed interface Alone extends ResolvedOperation {

    /** Sends it, and says what became of it. */
    Outcome send();

    /** Looks whether it happened that was sent then. Never writes. */
    Settled settle(Instant sent);

    @Override
    default <R> R fold(Function<Shared, R> shared, Function<Alone, R> alone) {
      return alone.apply(this);
    }
  }

  /** A request of its own that may be repeated. */
  record Repeatable(RepeatableChanges changes, Changeable changeable, BatchItem item)
      implements Alone {
    @Override
    public Outcome send() {
      return Optional.ofNullable(changes.write(changeable, List.of(item)).outcomes().get(item))
          .orElseThrow();
    }

    @Override
    public Settled settle(Instant sent) {
      return Settled.by(item.took(changeable.read()));
    }
  }

  /**
   * Something it names does not exist: nothing is sent.
   *
   * @param satisfied whether that is as good as done
   */
  record Missing(String what, boolean satisfied) implements Alone {
    @Override
    public Outcome send() {
      return satisfied ? new Outcome.AlreadySo(what) : new Outcome.Refused(0, what);
    }

    @Override
    public Settled settle(Instant sent) {
      return Settled.by(satisfied);
    }
  }
}
