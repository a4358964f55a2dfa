package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.Experience.Lesson;
import dev.rollcall.tenant.Experience.Trust;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.List;
import java.util.Optional;

/**
 * Another role for one grant, by the grant's id. What its body looks like is not documented, so
 * both ways are tried and the grant is read; only for where a whole list cannot be named, and
 * nobody else is at risk.
 */
record GrantChange(WorkatoContext context, ProjectGrantList grants) {

  private static final String WRAPPED = "wrapped";
  private static final String BARE = "";

  /** Asks for it in the way that worked before, or in one after the other. */
  FinishedCall<String> made(BatchItem item, Id grant, Id role) {
    String known = context.experience().lesson(WorkatoBatchKinds.CHANGE_GRANT).way();
    FinishedCall<String> first = made(grant, role, known);
    if (!isOpen(first, item, grant, known)) {
      return first;
    }
    String other = known.equals(WRAPPED) ? BARE : WRAPPED;
    FinishedCall<String> second = made(grant, role, other);
    return isOpen(second, item, grant, other) && first.last() instanceof CallOutcome.Accepted
        ? first
        : second;
  }

  private FinishedCall<String> made(Id grant, Id role, String way) {
    return context
        .api()
        .onProjects()
        .changeGrant(grants.environment(), grant, role, way.equals(WRAPPED));
  }

  /** Whether it was not understood, or did nothing. */
  private boolean isOpen(FinishedCall<String> finished, BatchItem item, Id grant, String way) {
    if (finished.last() instanceof CallOutcome.Accepted) {
      Optional<List<BatchItem>> held = grants.held(grant);
      boolean took = held.filter(items -> items.stream().anyMatch(item::isSameRight)).isPresent();
      if (took) {
        context
            .experience()
            .remember(
                WorkatoBatchKinds.CHANGE_GRANT,
                new Lesson(way, Trust.ONE_WORKED, "one grant was given another role"));
      }
      return held.isPresent() && !took;
    }
    return WorkatoErrors.notUnderstood(finished.last());
  }
}
