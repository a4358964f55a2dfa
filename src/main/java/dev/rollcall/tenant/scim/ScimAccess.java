package dev.rollcall.tenant.scim;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.ClientAccess;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;

/** What the token may do, as answers tell. Thread-safe. */
final class ScimAccess extends ClientAccess {

  private final String key;

  /** The access of whoever shows what stands under this key. */
  ScimAccess(String key) {
    this.key = key;
  }

  /** What was read; whatever else it came to ends the run. */
  <T> T read(String what, FinishedCall<T> finished) {
    if (ScimErrors.notPermitted(finished.last())) {
      throw new AccessRefused(refusal(what, finished.last()));
    }
    return answered(what + ": ", finished);
  }

  private String refusal(String what, CallOutcome<?> attempt) {
    if (!ScimErrors.isTokenRefused(attempt)) {
      return "the token may not %s (%s)".formatted(what, ScimErrors.why(attempt));
    }
    return refusedEverywhere(
        "the token is refused (%s); check %s".formatted(ScimErrors.why(attempt), key));
  }

  @Override
  public String why(CallOutcome<?> call) {
    return ScimErrors.why(call);
  }

  @Override
  public boolean notPermitted(CallOutcome<?> call) {
    return ScimErrors.notPermitted(call);
  }

  /** What cannot be sent at all is as good as refused. */
  @Override
  public Outcome outcome(FinishedCall<?> finished) {
    return finished.last() instanceof CallOutcome.Barred<?> barred
        ? new Outcome.Refused(0, barred.why())
        : super.outcome(finished);
  }

  /** What a change came to whose token was turned away. */
  Outcome turnedAway(String what, FinishedCall<?> finished) {
    return refusedThis(refusal(what, finished.last()), finished);
  }
}
