package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.Answers;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.Optional;

/** What the token may do, as answers tell. Thread-safe. */
final class ScimAccess implements Answers {

  private volatile Optional<String> refused = Optional.empty();

  /** What was read; whatever else it came to ends the run. */
  <T> T read(String what, FinishedCall<T> finished) {
    CallOutcome<T> last = finished.last();
    if (last instanceof CallOutcome.Accepted<T> accepted) {
      return accepted.value();
    }
    if (ScimErrors.notPermitted(last)) {
      throw new AccessRefused(refusal(what, last));
    }
    if (last instanceof CallOutcome.Barred<T> barred) {
      throw new AccessRefused(barred.why());
    }
    String text = what + ": " + ScimErrors.why(last);
    throw last instanceof CallOutcome.Stopped
        ? new ReadingStopped(text)
        : new TenantUnavailable(text);
  }

  private String refusal(String what, CallOutcome<?> attempt) {
    if (!ScimErrors.isTokenRefused(attempt)) {
      return "the token may not %s (%s)".formatted(what, ScimErrors.why(attempt));
    }
    String text =
        "the token is refused (%s); check target.token".formatted(ScimErrors.why(attempt));
    refused = Optional.of(text);
    return text;
  }

  /** Ends the run where the token was refused before. */
  void check() {
    refused.ifPresent(
        text -> {
          throw new AccessRefused(text);
        });
  }

  @Override
  public String why(CallOutcome<?> call) {
    return ScimErrors.why(call);
  }

  @Override
  public boolean notPermitted(CallOutcome<?> call) {
    return ScimErrors.notPermitted(call);
  }

  @Override
  public Optional<Outcome> closed() {
    return refused.map(text -> new Outcome.NotSent(text, true));
  }

  /** What cannot be sent at all is as good as refused. */
  @Override
  public Outcome outcome(FinishedCall<?> finished) {
    return finished.last() instanceof CallOutcome.Barred<?> barred
        ? new Outcome.Refused(0, barred.why())
        : Answers.super.outcome(finished);
  }

  /** What a change came to whose token was turned away. */
  Outcome turnedAway(String what, FinishedCall<?> finished) {
    String text = refusal(what, finished.last());
    return closed()
        .orElseGet(
            () -> new Outcome.Refused(((CallOutcome.Rejected<?>) finished.last()).status(), text));
  }
}
