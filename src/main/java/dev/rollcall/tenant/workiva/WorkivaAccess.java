package dev.rollcall.tenant.workiva;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.ClientAccess;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the client may do, as answers tell: one that is wrong (401, after a new token) is told from
 * one whose grant lacks a scope, or whose user lacks a role (403). Thread-safe.
 */
final class WorkivaAccess extends ClientAccess {

  /** Stands before a call that is not allowed. */
  static final String MAY_NOT = "the client may not ";

  private final Supplier<Optional<Set<String>>> scopes;

  /**
   * Of a client.
   *
   * @param scopes what its token is good for, as far as it was said
   */
  WorkivaAccess(Supplier<Optional<Set<String>>> scopes) {
    this.scopes = scopes;
  }

  /**
   * What was read.
   *
   * @throws AccessRefused where the client is not let in
   * @throws TenantUnavailable where there is no good answer
   */
  <T> T read(WorkivaCallKind kind, FinishedCall<T> finished) {
    if (WorkivaErrors.notPermitted(finished.last())) {
      throw new AccessRefused(refusal(kind, finished.last()));
    }
    if (kind == WorkivaCallKind.ORGANIZATION && WorkivaErrors.is(finished.last(), 404)) {
      throw new AccessRefused(
          "the client knows of no such organization (%s); check target.organization, which is what follows /o/ in the address of Organization Admin, and target.region or url"
              .formatted(WorkivaErrors.why(finished.last())));
    }
    return answered(kind.call() + ": ", finished);
  }

  /** What to say of a 401 or 403. */
  String refusal(WorkivaCallKind kind, CallOutcome<?> attempt) {
    if (WorkivaErrors.is(attempt, 401)) {
      return refusedEverywhere(
          "the client is let in nowhere (%s); check target.client-id and target.client-secret, and whether the grant has ended or allows other addresses only"
              .formatted(WorkivaErrors.why(attempt)));
    }
    return MAY_NOT + kind.call() + " (" + WorkivaErrors.why(attempt) + "); " + remedy(kind);
  }

  private String remedy(WorkivaCallKind kind) {
    return lacksScope(kind)
        ? "add the scope %s to the grant, under %s".formatted(kind.scope(), WorkivaCallKind.SCREEN)
        : "its grant needs the scope %s, and its user a role that allows it (Org User Admin, Org Workspace Admin)"
            .formatted(kind.scope());
  }

  /** Whether the last token is known not to be good for such a request. */
  boolean lacksScope(WorkivaCallKind kind) {
    return scopes.get().filter(all -> !all.contains(kind.scope())).isPresent();
  }

  @Override
  public String why(CallOutcome<?> call) {
    return WorkivaErrors.why(call);
  }

  @Override
  public boolean notPermitted(CallOutcome<?> call) {
    return WorkivaErrors.notPermitted(call);
  }

  /** What a change came to whose client was turned away. */
  Outcome turnedAway(WorkivaCallKind kind, FinishedCall<?> finished) {
    return refusedThis(refusal(kind, finished.last()), finished);
  }
}
