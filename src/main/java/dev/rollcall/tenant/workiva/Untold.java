package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.http.CallOutcome;

/** Outcomes that hold no value, whatever value there would have been. */
final class Untold {

  private Untold() {}

  /**
   * The same as one of another value.
   *
   * @throws IllegalArgumentException where there is a value
   */
  static <T> CallOutcome<T> of(CallOutcome<?> last) {
    if (last instanceof CallOutcome.Rejected<?> rejected) {
      return new CallOutcome.Rejected<>(
          rejected.status(), rejected.body(), rejected.retryAfter(), rejected.reference());
    }
    if (last instanceof CallOutcome.NotSent<?> notSent) {
      return new CallOutcome.NotSent<>(notSent.why());
    }
    if (last instanceof CallOutcome.NoAnswer<?> lost) {
      return new CallOutcome.NoAnswer<>(lost.why());
    }
    if (last instanceof CallOutcome.Excessive<?> excessive) {
      return new CallOutcome.Excessive<>(excessive.why());
    }
    if (last instanceof CallOutcome.Barred<?> barred) {
      return new CallOutcome.Barred<>(barred.why());
    }
    if (last instanceof CallOutcome.Stopped<?> stopped) {
      return new CallOutcome.Stopped<>(stopped.why());
    }
    throw new IllegalArgumentException("an answer that all is well holds a value");
  }
}
