package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.careful.ClientAccess;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the tokens may do, as answers tell: one that is wrong is told from one that lacks a
 * privilege, for the API answers both with 401 or 403. Thread-safe.
 */
final class WorkatoAccess extends ClientAccess implements ListAccess {

  /** Stands before a call, where a privilege for it is missing. */
  static final String MAY_NOT = "may not ";

  /** Lists that every workspace has, if it is there at all. */
  private static final Set<Endpoint> ALWAYS_THERE = EnumSet.of(Endpoint.MEMBERS, Endpoint.PROJECTS);

  private final WorkatoApi api;
  private final WorkatoSettings settings;
  private final Set<String> lacking = ConcurrentHashMap.newKeySet();

  WorkatoAccess(WorkatoApi api, WorkatoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** {@inheritDoc} That ends the run. */
  @Override
  public <T> T read(Endpoint endpoint, Environment environment, FinishedCall<T> finished) {
    if (WorkatoErrors.notPermitted(finished.last())) {
      throw new AccessRefused(refusal(endpoint, environment, finished.last()));
    }
    return permitted(endpoint, environment, finished);
  }

  /** For lanes side by side: who was not let in is {@link TurnedAway}, and nothing is asked. */
  ListAccess sideBySide() {
    return new ListAccess() {
      @Override
      public <T> T read(Endpoint endpoint, Environment environment, FinishedCall<T> finished) {
        if (WorkatoErrors.notPermitted(finished.last())) {
          throw new TurnedAway(endpoint, environment, finished.last());
        }
        return permitted(endpoint, environment, finished);
      }
    };
  }

  private <T> T permitted(Endpoint endpoint, Environment environment, FinishedCall<T> finished) {
    if (WorkatoErrors.notFound(finished.last()) && ALWAYS_THERE.contains(endpoint)) {
      settings
          .managed()
          .ifPresent(
              customer -> {
                throw new AccessRefused(CustomerSearch.noCustomer(settings, customer, environment));
              });
    }
    return answered(settings.call(endpoint) + " ", finished);
  }

  /** What to say of a 401 or 403: that the token is no good, or which privilege it lacks. */
  String refusal(Endpoint endpoint, Environment environment, CallOutcome<?> attempt) {
    if (lacking.contains(key(endpoint, environment)) || letsInAnywhere(endpoint, environment)) {
      lacking.add(key(endpoint, environment));
      return "the token of %s %s%s (%s); tick \"%s\" in its API client's role, under %s"
          .formatted(
              environment,
              MAY_NOT,
              settings.call(endpoint),
              WorkatoErrors.why(attempt),
              endpoint.privilege(),
              Endpoint.SCREEN);
    }
    return refusedEverywhere(
        "the token of %s is refused everywhere (%s); check %s, and the IP allow list and the environment of its API client"
            .formatted(environment, WorkatoErrors.why(attempt), settings.tokenKey(environment)));
  }

  @Override
  public String why(CallOutcome<?> call) {
    return WorkatoErrors.why(call);
  }

  @Override
  public boolean notPermitted(CallOutcome<?> call) {
    return WorkatoErrors.notPermitted(call);
  }

  /** What a change came to whose token was turned away. */
  Outcome turnedAway(Endpoint endpoint, Environment environment, FinishedCall<?> finished) {
    return refusedThis(refusal(endpoint, environment, finished.last()), finished);
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
    return endpoint != Endpoint.PROJECTS && letIn(api.onProjects().projects(environment, 1).last());
  }

  private static boolean letIn(CallOutcome<?> attempt) {
    return !WorkatoErrors.notPermitted(attempt);
  }

  private static String key(Endpoint endpoint, Environment environment) {
    return endpoint + "@" + environment;
  }
}
