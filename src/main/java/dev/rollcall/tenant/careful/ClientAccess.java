package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.Optional;

/**
 * Whether a tenant lets its client in, as its answers tell: once it is known to be refused
 * everywhere, nothing more is sent. A vendor adds what it says to that. Thread-safe.
 */
public abstract class ClientAccess implements Answers {

  private volatile Optional<String> refused = Optional.empty();

  /** Notes that the client is refused everywhere, and returns what there is to say of it. */
  protected final String refusedEverywhere(String text) {
    refused = Optional.of(text);
    return text;
  }

  /**
   * Ends the run where the client was found to be refused everywhere.
   *
   * @throws AccessRefused then
   */
  public final void check() {
    refused.ifPresent(
        text -> {
          throw new AccessRefused(text);
        });
  }

  @Override
  public final Optional<Outcome> closed() {
    return refused.map(text -> new Outcome.NotSent(text, true));
  }

  /**
   * What was read.
   *
   * @param what was asked for, before why there is no answer
   * @throws AccessRefused where no call gets there
   * @throws TenantUnavailable where there is no good answer
   */
  protected final <T> T answered(String what, FinishedCall<T> finished) {
    if (finished.last() instanceof CallOutcome.Accepted<T> accepted) {
      return accepted.value();
    }
    if (finished.last() instanceof CallOutcome.Barred<T> barred) {
      throw new AccessRefused(barred.why());
    }
    String text = what + why(finished.last());
    throw finished.last() instanceof CallOutcome.Stopped
        ? new ReadingStopped(text)
        : new TenantUnavailable(text);
  }

  /**
   * What a change came to whose client was turned away: the change may not be made, or the client
   * is no good any more, which is not the change's fault.
   *
   * @param text what there is to say of it
   */
  protected final Outcome refusedThis(String text, FinishedCall<?> finished) {
    return closed()
        .orElseGet(
            () -> new Outcome.Refused(((CallOutcome.Rejected<?>) finished.last()).status(), text));
  }
}
