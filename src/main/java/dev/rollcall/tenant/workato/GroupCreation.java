package dev.rollcall.tenant.workato;

import dev.rollcall.model.Naming;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.time.Instant;
import java.util.Optional;

/** The creation of a group, which must not happen twice. */
record GroupCreation(WorkatoContext context, WorkatoOperation.CreateGroup group)
    implements ResolvedOperation.Alone {

  @Override
  public Outcome send() {
    FinishedCall<GroupRow> finished = context.api().createGroup(group.group(), group.description());
    if (finished.last() instanceof CallOutcome.Accepted<GroupRow> accepted) {
      return accepted(accepted.value(), finished.attempts());
    }
    if (WorkatoErrors.notPermitted(finished.last())) {
      return context.access().turnedAway(Endpoint.CREATE_GROUP, context.main(), finished);
    }
    Outcome outcome = context.access().outcome(finished);
    boolean mayBeThere = outcome instanceof Outcome.Refused || finished.last().isLost();
    if (mayBeThere && found()) {
      return outcome instanceof Outcome.Refused
          ? new Outcome.AlreadySo(outcome.message())
          : new Outcome.Applied();
    }
    return outcome;
  }

  private Outcome accepted(GroupRow row, int attempts) {
    if (row.id().exists()) {
      created(row.id());
    } else if (!found()) {
      return new Outcome.Failed(
          attempts, true, "answered that all is well, but the group is not listed");
    }
    return new Outcome.Applied();
  }

  private boolean found() {
    try {
      return exists();
    } catch (TenantUnavailable | AccessRefused e) {
      return false;
    }
  }

  @Override
  public Settled settle(Instant sent) {
    return Settled.by(exists());
  }

  /** Whether the group exists; then it is in the index. Ends the run where nobody can tell. */
  private boolean exists() {
    Optional<GroupRow> found =
        context.lists().groups().stream()
            .filter(row -> !row.system() && Naming.same(row.name(), group.group()))
            .findFirst();
    found.ifPresent(row -> created(row.id()));
    return found.isPresent();
  }

  private void created(Id id) {
    context.index().created(group.group(), group.description(), id);
  }
}
