package dev.rollcall.tenant.http;

import java.util.Set;

/** When a call may be made again without asking anybody. */
@FunctionalInterface
public interface Repeat {

  /** Where it was not made: for what must not happen twice. */
  Repeat WHEN_NOT_SENT = attempt -> attempt instanceof Attempt.NotSent;

  /** Where it was not made, or the server was too busy to look at it: for changes. */
  Repeat WHEN_NOT_DONE = attempt -> WHEN_NOT_SENT.after(attempt) || attempt.isTooMany();

  /** Whenever it failed for a passing cause: for reading. */
  Repeat FREELY =
      attempt ->
          WHEN_NOT_DONE.after(attempt)
              || attempt instanceof Attempt.NoAnswer
              || attempt instanceof Attempt.Rejected<?> rejected
                  && Set.of(500, 502, 503, 504).contains(rejected.status());

  /** Whether an attempt that ended so may be repeated. */
  boolean after(Attempt<?> attempt);
}
