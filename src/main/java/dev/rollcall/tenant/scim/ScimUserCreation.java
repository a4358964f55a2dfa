package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.RepeatableChanges;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The creation of a user, which must not happen twice; who is there already is taken as is. */
record ScimUserCreation(ScimContext context, Operation.Join operation, int sequence)
    implements ResolvedOperation.Alone {

  @Override
  public Outcome send() {
    Optional<Outcome> closed = context.access().closed();
    if (closed.isPresent()) {
      return closed.get();
    }
    FinishedCall<ScimAttributes> finished =
        context
            .api()
            .create(
                Resources.USERS,
                new UserEdits(context.profile().users()).created(operation, roles()));
    if (finished.last() instanceof CallOutcome.Accepted<ScimAttributes> accepted) {
      return accepted(accepted.value(), finished.attempts());
    }
    if (context.access().notPermitted(finished.last())) {
      return context.access().turnedAway("create users", finished);
    }
    Outcome outcome = context.access().outcome(finished);
    if (finished.last().isLost()) {
      return found().isPresent() ? new Outcome.Applied() : outcome;
    }
    return outcome instanceof Outcome.Refused refused ? adopted(refused, finished) : outcome;
  }

  private Email email() {
    return operation.email();
  }

  private Map<RoleAttribute, String> roles() {
    Map<RoleAttribute, String> roles = new LinkedHashMap<>();
    for (Entitlement right : operation.rights()) {
      Optional.ofNullable(context.settings().roles().get(right.on().toString()))
          .ifPresent(attribute -> right.level().ifPresent(role -> roles.put(attribute, role)));
    }
    return roles;
  }

  private Outcome accepted(ScimAttributes made, int attempts) {
    ScimUser user = ScimUser.read(made, context.settings().roles());
    if (!user.id().isEmpty()) {
      context.index().found(email(), user);
      return new Outcome.Applied();
    }
    return found().isPresent()
        ? new Outcome.Applied()
        : new Outcome.Failed(
            attempts, true, "answered that all is well, but no such user is to be found");
  }

  private Outcome adopted(Outcome.Refused refused, FinishedCall<?> finished) {
    Optional<ScimUser> there = found();
    if (there.isEmpty()) {
      return ScimErrors.isConflict(finished.last())
          ? new Outcome.Refused(
              refused.status(),
              refused.message()
                  + "; there is an account of that name, which cannot be seen from here")
          : refused;
    }
    if (!there.get().isActive()) {
      return new ResolvedOperation.Repeatable(
              new RepeatableChanges(context.access(), context.waiting()),
              new UserStanding(context, email()),
              UserStanding.active(sequence, true))
          .send();
    }
    return new Outcome.AlreadySo("has an account");
  }

  /** The user, if there is one by now; then it is in the index. */
  private Optional<ScimUser> found() {
    try {
      Optional<ScimUser> found = context.lookups().user(email());
      found.ifPresent(user -> context.index().found(email(), user));
      return found;
    } catch (TenantUnavailable | AccessRefused e) {
      return Optional.empty();
    }
  }

  @Override
  public Settled settle(Instant sent) {
    Optional<ScimUser> found = context.lookups().user(email());
    found.ifPresent(user -> context.index().found(email(), user));
    return Settled.by(found.isPresent());
  }
}
