package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.http.CallOutcome;

/**
 * A token was not let in while lanes read side by side. What that means is asked once they have
 * ended: it takes requests in all of them.
 */
final class TurnedAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Endpoint endpoint;
  private final transient Environment environment;
  private final transient CallOutcome<?> attempt;

  TurnedAway(Endpoint endpoint, Environment environment, CallOutcome<?> attempt) {
    super(endpoint.call(), null, false, false);
    this.endpoint = endpoint;
    this.environment = environment;
    this.attempt = attempt;
  }

  /** What to say of it. */
  String told(WorkatoAccess access) {
    return access.refusal(endpoint, environment, attempt);
  }
}
