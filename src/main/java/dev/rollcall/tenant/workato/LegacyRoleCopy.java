package dev.rollcall.tenant.workato;

import dev.rollcall.model.Config;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Naming;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.Settled;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.DefinitionUpdate;
import dev.rollcall.tenant.careful.RepeatableChanges;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.LegacyRoleRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The making of a role of the older model, which can only be a copy of another one. Nobody can
 * delete such a role from outside, so that a copy that has another name than was asked for is not
 * made twice.
 */
record LegacyRoleCopy(WorkatoContext context, WorkatoOperation.CreateRole role)
    implements ResolvedOperation.Alone {

  private static final String COPY = "copy";

  @Override
  public Outcome send() {
    context.index().redefining();
    try {
      return sent();
    } catch (TenantUnavailable e) {
      return new Outcome.NotSent("not sent: " + e.getMessage(), false);
    } catch (AccessRefused e) {
      return context
          .access()
          .closed()
          .orElseGet(() -> new Outcome.Refused(403, String.valueOf(e.getMessage())));
    }
  }

  private Outcome sent() {
    if (role.copyOf().isEmpty()) {
      return new Outcome.Refused(
          0,
          "in the older permission model a role can only be made as a copy of another one: write"
              + " copy-of:");
    }
    List<LegacyRoleRow> before = context.lists().legacyRoleRows();
    Optional<LegacyRoleRow> source = named(before, role.copyOf().get());
    Optional<LegacyRoleRow> former = before.stream().filter(this::isFormerCopy).findFirst();
    if (named(before, role.name()).isPresent()) {
      return new Outcome.AlreadySo("there is such a role");
    }
    if (source.isEmpty()) {
      return new Outcome.Refused(0, "there is no custom role \"" + role.copyOf().get() + "\"");
    }
    if (former.isPresent()) {
      return new Outcome.Refused(0, toBeRenamed(former.get().name()));
    }
    FinishedCall<String> finished =
        context.api().roles().copyLegacyRole(source.get().id(), role.name());
    if (WorkatoErrors.notPermitted(finished.last())) {
      return context.access().turnedAway(Endpoint.COPY_LEGACY_ROLE, context.main(), finished);
    }
    boolean mayBeThere =
        finished.last() instanceof CallOutcome.Accepted || finished.last().isLost();
    return mayBeThere ? lookedAt(before, finished) : context.access().outcome(finished);
  }

  private Outcome lookedAt(List<LegacyRoleRow> before, FinishedCall<String> finished) {
    List<LegacyRoleRow> after;
    try {
      after = context.lists().legacyRoleRows();
    } catch (TenantUnavailable | AccessRefused e) {
      return new Outcome.Failed(1, true, "could not be looked at: " + e.getMessage());
    }
    Optional<LegacyRoleRow> made = named(after, role.name());
    if (made.isPresent()) {
      return furnished(made.get());
    }
    return after.stream()
        .filter(row -> before.stream().noneMatch(each -> each.id().equals(row.id())))
        .findFirst()
        .<Outcome>map(row -> new Outcome.Ignored(toBeRenamed(row.name())))
        .orElseGet(() -> context.access().outcome(finished));
  }

  /** The projects that it is for, where they are others than those of what it was copied from. */
  private Outcome furnished(LegacyRoleRow row) {
    context.index().environmentRole(row.name(), row.id());
    Optional<Config> folders = DefinedLegacyRole.folders(role.config());
    if (folders.isEmpty() || DefinedLegacyRole.config(row).equals(role.config().orElseThrow())) {
      return new Outcome.Applied();
    }
    DefinedLegacyRole thing = new DefinedLegacyRole(context, row.name(), row.id());
    DefinedThing.State now = thing.read().orElseThrow();
    return new DefinitionUpdate(
            new RepeatableChanges(context.access(), context.waiting()),
            thing,
            now,
            new DefinedThing.State(now.name(), Definition.of(role.config().orElseThrow())))
        .send();
  }

  private String toBeRenamed(String name) {
    return "the workspace calls the copy \"%s\"; rename it to \"%s\" there"
        .formatted(name, role.name());
  }

  /** One that an earlier attempt may have made, under a name of the workspace's own. */
  private boolean isFormerCopy(LegacyRoleRow row) {
    String name = row.name().toLowerCase(Locale.ROOT);
    return name.contains(COPY) && name.contains(role.copyOf().orElse("").toLowerCase(Locale.ROOT));
  }

  private static Optional<LegacyRoleRow> named(List<LegacyRoleRow> rows, String name) {
    return rows.stream().filter(row -> Naming.same(row.name(), name)).findFirst();
  }

  @Override
  public Settled settle(Instant sent) {
    return Settled.by(named(context.lists().legacyRoleRows(), role.name()).isPresent());
  }
}
