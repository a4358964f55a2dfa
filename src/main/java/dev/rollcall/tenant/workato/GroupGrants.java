package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a group may do on projects, as it is now. */
record GroupGrants(WorkatoContext context, String name, Id group) {

  /** As items that would give it. */
  Map<SharedList, List<BatchItem>> held() {
    Map<SharedList, List<BatchItem>> held = new LinkedHashMap<>();
    for (Environment environment : context.environments().keys()) {
      for (GrantRow row : context.lists().groupGrants(environment, group)) {
        place(row, environment).ifPresent(place -> put(held, row, place));
      }
    }
    return held;
  }

  /** Where a grant is; empty where the list of another environment tells of it as well. */
  private Optional<GrantLocation> place(GrantRow row, Environment environment) {
    return TokenEnvironments.fits(row.project(), environment)
        ? context
            .index()
            .location(row.project().name(), environment)
            .filter(place -> place.id().equals(row.project().id()))
        : Optional.empty();
  }

  private void put(Map<SharedList, List<BatchItem>> held, GrantRow row, GrantLocation place) {
    Assignee itself = new Assignee.GroupNamed(WorkatoVocabulary.group(name));
    ProjectGrantList list =
        new ProjectGrantList(context, place.project(), place.environment(), place.id());
    Optional<String> role = context.index().asOffered(place.role(row.projectRole().name())).level();
    held.put(list, List.of(list.item(0, itself, group, role)));
  }
}
