package dev.rollcall.tenant.http;

/** When a call may be made again without asking anybody. */
@FunctionalInterface
public interface RepeatRule {

  /** Where it was not made: for what must not happen twice. */
  RepeatRule WHEN_NOT_SENT = attempt -> attempt instanceof CallOutcome.NotSent;

  /** Where it was not made, or the server was too busy to look at it: for changes. */
  RepeatRule WHEN_NOT_DONE = attempt -> WHEN_NOT_SENT.after(attempt) || attempt.isTooMany();

  /** Whenever it failed for a passing cause: for reading. */
  RepeatRule FREELY =
      attempt ->
          WHEN_NOT_DONE.after(attempt)
              || attempt instanceof CallOutcome.NoAnswer
              || attempt instanceof CallOutcome.Rejected<?> rejected && rejected.isPassing();

  /** Whether an attempt that ended so may be repeated. */
  boolean after(CallOutcome<?> attempt);
}
