package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Naming;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.DefinitionRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The creation of a role, which must not happen twice; what it lets people do is read back. */
record RoleCreation(WorkatoContext context, RoleKind kind, String name, Config config)
    implements ResolvedOperation.Alone {

  @Override
  public Outcome send() {
    context.index().redefining();
    FinishedCall<DefinitionRow> finished = context.api().roles().createRole(kind, name, config);
    if (finished.last() instanceof CallOutcome.Accepted<DefinitionRow>) {
      return lookedAt(
          new Outcome.Applied(),
          new Outcome.Failed(
              finished.attempts(),
              true,
              "answered that all is well, but the " + kind.kind().noun() + " is not listed"));
    }
    if (WorkatoErrors.notPermitted(finished.last())) {
      return context.access().turnedAway(kind.calls().create(), context.main(), finished);
    }
    Outcome outcome = context.access().outcome(finished);
    if (outcome instanceof Outcome.Refused) {
      return lookedAt(new Outcome.AlreadySo(outcome.message()), outcome);
    }
    return finished.last().isLost() ? lookedAt(new Outcome.Applied(), outcome) : outcome;
  }

  /**
   * What it came to by what is there now.
   *
   * @param there where it is there, and lets people do what was asked
   * @param missing where it is not, or nobody can tell
   */
  private Outcome lookedAt(Outcome there, Outcome missing) {
    try {
      Optional<DefinedThing.State> found = found();
      if (found.isEmpty()) {
        return missing;
      }
      if (found.get().isSame(asked())) {
        return there;
      }
      return missing instanceof Outcome.Refused
          ? missing
          : new Outcome.Ignored("is there, but " + found.get().differences(asked()));
    } catch (TenantUnavailable | AccessRefused e) {
      return there instanceof Outcome.AlreadySo ? missing : inDoubt(e);
    }
  }

  private static Outcome inDoubt(RuntimeException e) {
    return new Outcome.Failed(1, true, "could not be looked at: " + e.getMessage());
  }

  private DefinedThing.State asked() {
    return new DefinedThing.State(name, Definition.of(config));
  }

  /** The role of this name; then it is in the index. Ends the run where nobody can tell. */
  private Optional<DefinedThing.State> found() {
    List<NamedRow> all =
        switch (kind) {
          case ENVIRONMENT -> context.lists().environmentRoles(Optional::empty);
          case PROJECT -> context.lists().projectRoles();
        };
    return all.stream()
        .filter(row -> Naming.same(row.name(), name) && row.id().exists())
        .findFirst()
        .map(
            row -> {
              context.index().role(kind, row.name(), row.id());
              return DefinedRole.state(context.lists().role(kind, row.id()), name);
            });
  }

  @Override
  public Settled settle(Instant sent) {
    return Settled.by(found().isPresent());
  }
}
