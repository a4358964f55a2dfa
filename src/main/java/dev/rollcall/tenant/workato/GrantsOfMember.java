package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.BatchKind;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Companion;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.ArrayList;
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
    return context.index().mayHold(email, member, WorkatoVocabulary.PROJECT)
        || context.index().hasUnreadProjects();
  }

  @Override
  public Map<SharedList, List<BatchItem>> held() {
    Map<SharedList, List<BatchItem>> held = new LinkedHashMap<>();
    for (Environment environment : context.environments().keys()) {
      for (GrantRow row : rows(environment)) {
        place(row, environment).ifPresent(place -> put(held, row, place));
      }
    }
    return held;
  }

  /** Not every token may ask for the grants of a member; those of a project tell as well. */
  private List<GrantRow> rows(Environment environment) {
    try {
      return context.lists().memberGrants(environment, member);
    } catch (AccessRefused | TenantUnavailable e) {
      List<GrantRow> rows = new ArrayList<>();
      for (Resource project : context.index().seenOn(email, WorkatoVocabulary.PROJECT)) {
        if (WorkatoVocabulary.environment(project).equals(environment)) {
          rows.addAll(ofProject(project.name(), environment));
        }
      }
      return rows;
    }
  }

  private List<GrantRow> ofProject(String project, Environment environment) {
    return context.index().project(project, environment).stream()
        .flatMap(id -> context.lists().grants(environment, id).rows().stream())
        .filter(row -> row.user().filter(user -> user.id().equals(member)).isPresent())
        .toList();
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
