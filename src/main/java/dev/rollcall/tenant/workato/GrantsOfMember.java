package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Companion;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The roles given to a member on projects, whose environment roles are set. */
record GrantsOfMember(WorkatoContext context, Email email, Id member) implements Companion {

  @Override
  public BatchKind kind() {
    return WorkatoBatchKinds.KEEP_GRANTS;
  }

  @Override
  public boolean mayBeHeld() {
    return context.index().isSeenWith(email, WorkatoVocabulary.PROJECT)
        || context.index().hasUnreadProjects();
  }

  @Override
  public Map<SharedList, List<BatchItem>> held() {
    Map<SharedList, List<BatchItem>> held = new LinkedHashMap<>();
    for (Environment environment : context.environments().keys()) {
      for (GrantRow row : context.lists().memberGrants(environment, member)) {
        place(row, environment).ifPresent(place -> put(held, row, place));
      }
    }
    return held;
  }

  /** Where a grant is; empty where it is not the member's own, or of another environment. */
  private Optional<GrantLocation> place(GrantRow row, Environment environment) {
    return row.userGroup().isPresent() || !TokenEnvironments.fits(row.project(), environment)
        ? Optional.empty()
        : context
            .index()
            .location(row.project().name(), environment)
            .filter(place -> place.id().equals(row.project().id()));
  }

  private void put(Map<SharedList, List<BatchItem>> held, GrantRow row, GrantLocation place) {
    ProjectGrantList list =
        new ProjectGrantList(context, place.project(), place.environment(), place.id());
    Optional<String> role = context.index().asOffered(place.role(row.projectRole().name())).level();
    held.put(list, List.of(list.item(0, new Assignee.Person(email), member, role)));
  }
}
