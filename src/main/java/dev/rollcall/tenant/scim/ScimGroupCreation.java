package dev.rollcall.tenant.scim;

import dev.rollcall.model.Resource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.scim.ScimApi.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The creation of a group, which must not happen twice.
 *
 * @param group what it stands for
 * @param name what it is called
 */
record ScimGroupCreation(ScimContext context, Resource group, String name)
    implements ResolvedOperation.Alone {

  @Override
  public Outcome send() {
    Optional<Outcome> closed = context.access().closed();
    if (closed.isPresent()) {
      return closed.get();
    }
    if (context.index().group(group).isPresent()) {
      return new Outcome.AlreadySo("there is such a group");
    }
    return made();
  }

  private Outcome made() {
    FinishedCall<ScimAttributes> finished =
        context.api().create(Resources.GROUPS, MemberEdits.created(name));
    if (finished.last() instanceof CallOutcome.Accepted<ScimAttributes> accepted) {
      return accepted(ScimGroup.read(accepted.value()), finished.attempts());
    }
    if (context.access().notPermitted(finished.last())) {
      return context.access().turnedAway("create groups", finished);
    }
    Outcome outcome = context.access().outcome(finished);
    boolean isRefused = outcome instanceof Outcome.Refused;
    if ((isRefused || finished.last().isLost()) && isFound()) {
      return isRefused ? new Outcome.AlreadySo(outcome.message()) : new Outcome.Applied();
    }
    return outcome;
  }

  private Outcome accepted(ScimGroup made, int attempts) {
    if (!made.id().isEmpty()) {
      created(made);
      return new Outcome.Applied();
    }
    return isFound()
        ? new Outcome.Applied()
        : new Outcome.Failed(
            attempts, true, "answered that all is well, but the group is not listed");
  }

  private boolean isFound() {
    try {
      return exists();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  private boolean exists() {
    List<ScimGroup> found = context.groups(group);
    found.stream().findFirst().ifPresent(this::created);
    return !found.isEmpty();
  }

  private void created(ScimGroup made) {
    context.index().group(group, made);
    context.index().members(made.id(), List.of());
  }

  @Override
  public Settled settle(Instant sent) {
    return Settled.by(exists());
  }
}
