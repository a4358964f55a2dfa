package dev.rollcall.tenant.careful;

import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.Optional;

/** What a vendor's answers mean to whoever changes something. Must be thread-safe. */
public interface Answers {

  /** Why there is no good answer, for people. */
  String why(CallOutcome<?> call);

  /** Whether the token was not let in, be it as a whole or to this endpoint alone. */
  boolean notPermitted(CallOutcome<?> call);

  /** What becomes of what is still to be sent; empty while the token is let in anywhere. */
  Optional<Outcome> closed();

  /** What a change came to that was neither accepted nor forbidden to the token. */
  default Outcome outcome(FinishedCall<?> finished) {
    CallOutcome<?> last = finished.last();
    if (last instanceof CallOutcome.Rejected<?> rejected && !last.isLost() && !last.isTooMany()) {
      return new Outcome.Refused(rejected.status(), why(last));
    }
    if (last instanceof CallOutcome.Stopped) {
      return new Outcome.NotSent("not sent: " + why(last), false);
    }
    return new Outcome.Failed(finished.attempts(), last.isLost(), why(last));
  }
}
