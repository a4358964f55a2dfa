package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.http.Attempt;
import dev.rollcall.tenant.http.Tried;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells a token that is wrong from one that lacks a privilege: the API answers both with 401 or
 * 403. Thread-safe.
 */
final class WorkatoAccess {

  private final WorkatoApi api;
  private final WorkatoSettings settings;
  private final Set<String> lacking = ConcurrentHashMap.newKeySet();
  private volatile Optional<String> refused = Optional.empty();

  WorkatoAccess(WorkatoApi api, WorkatoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** What was read; anything but a good answer ends the run. */
  <T> T read(Endpoint endpoint, Environment environment, Tried<T> tried) {
    if (tried.last() instanceof Attempt.Accepted<T> accepted) {
      return accepted.value();
    }
    if (WorkatoErrors.notPermitted(tried.last())) {
      throw new AccessRefused(refusal(endpoint, environment, tried.last()));
    }
    if (tried.last() instanceof Attempt.Barred<T> barred) {
      throw new AccessRefused(barred.why());
    }
    String what = endpoint.call() + " " + WorkatoErrors.why(tried.last());
    throw tried.last() instanceof Attempt.Stopped
        ? new ReadingStopped(what)
        : new TenantUnavailable(what);
  }

  /** What to say of a 401 or 403: that the token is no good, or which privilege it lacks. */
  String refusal(Endpoint endpoint, Environment environment, Attempt<?> attempt) {
    if (lacking.contains(key(endpoint, environment)) || letsInAnywhere(endpoint, environment)) {
      lacking.add(key(endpoint, environment));
      return "the token of %s may not %s (%s); tick \"%s\" in its API client's role, under Workspace admin > API clients > Client roles"
          .formatted(
              environment, endpoint.call(), WorkatoErrors.why(attempt), endpoint.privilege());
    }
    String text =
        "the token of %s is refused everywhere (%s); check target.tokens.%s, and the IP allow list and the environment of its API client"
            .formatted(environment, WorkatoErrors.why(attempt), environment);
    refused = Optional.of(text);
    return text;
  }

  /** Ends the run where a token was found to be refused everywhere. */
  void check() {
    refused.ifPresent(
        text -> {
          throw new AccessRefused(text);
        });
  }

  /** What becomes of what is still to be sent, where a token was found to be refused everywhere. */
  Optional<Outcome> closed() {
    return refused.map(text -> new Outcome.NotSent(text, true));
  }

  /**
   * What a change came to whose token was turned away: the change may not be made, or the token is
   * no good any more, which is not the change's fault.
   */
  Outcome turnedAway(Endpoint endpoint, Environment environment, Tried<?> tried) {
    String text = refusal(endpoint, environment, tried.last());
    return closed()
        .orElseGet(() -> new Outcome.Refused(((Attempt.Rejected<?>) tried.last()).status(), text));
  }

  private boolean letsInAnywhere(Endpoint endpoint, Environment environment) {
    boolean workspace = endpoint != Endpoint.WORKSPACE && letIn(api.workspace(environment).last());
    if (workspace) {
      return true;
    }
    if (environment.equals(settings.main()) && endpoint != Endpoint.MEMBERS) {
      // Filtered, so that a large workspace does not send everybody to answer a yes or no.
      return letIn(api.membersLike("nobody@invalid", row -> row.id()).last());
    }
    return endpoint != Endpoint.PROJECTS && letIn(api.projects(environment, 1).last());
  }

  private static boolean letIn(Attempt<?> attempt) {
    return !WorkatoErrors.notPermitted(attempt);
  }

  private static String key(Endpoint endpoint, Environment environment) {
    return endpoint + "@" + environment;
  }
}
