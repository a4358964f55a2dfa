package dev.rollcall.tenant.workato;

import dev.rollcall.model.Naming;
import dev.rollcall.tenant.Inventory.Holders;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;

/** Counts who holds a role on projects: people who do directly, and groups. */
final class ProjectHolders {

  private record Place(Environment environment, Id project) {}

  /** Who was seen: a person or a group, by id, else by address. */
  private static final class Seen {
    private final Set<Object> people = new HashSet<>();
    private final Set<Object> groups = new HashSet<>();

    void add(GrantRow row) {
      if (row.userGroup().isPresent()) {
        groups.add(row.userGroup().get().id());
      } else {
        row.user().ifPresent(user -> people.add(user.key()));
      }
    }

    Holders counted() {
      return new Holders(OptionalInt.of(people.size()), OptionalInt.of(groups.size()));
    }
  }

  private final CompleteLists lists;
  private final BiConsumer<String, Runnable> attempt;
  private final Map<Place, Seen> byProject = new HashMap<>();
  private final Map<String, Seen> byRole = new HashMap<>();
  private boolean counted;
  private boolean complete = true;

  /**
   * Nobody is counted yet.
   *
   * @param attempt reads something, and notes where it cannot
   */
  ProjectHolders(CompleteLists lists, BiConsumer<String, Runnable> attempt) {
    this.lists = lists;
    this.attempt = attempt;
  }

  /** Counts those of one environment, as far as its lists can be read. */
  void count(Environment environment, List<ProjectRow> projects) {
    counted = true;
    attempt.accept(
        "who holds roles on projects of " + environment,
        () -> projects.forEach(project -> count(environment, project)));
    complete &= projects.stream().allMatch(each -> isCounted(environment, each.id()));
  }

  private void count(Environment environment, ProjectRow project) {
    PagedList<GrantRow> grants = lists.grants(environment, project.id());
    if (!grants.complete()) {
      throw new TenantUnavailable(
          "the list of grants on \"%s\" does not have as many rows as it says"
              .formatted(project.name()));
    }
    Seen seen = new Seen();
    for (GrantRow grant : grants.rows()) {
      seen.add(grant);
      byRole
          .computeIfAbsent(Naming.tidy(grant.projectRole().name()), role -> new Seen())
          .add(grant);
    }
    byProject.put(new Place(environment, project.id()), seen);
  }

  private boolean isCounted(Environment environment, Id project) {
    return byProject.containsKey(new Place(environment, project));
  }

  /** Of one project. */
  Holders ofProject(Environment environment, Id project) {
    Seen seen = byProject.get(new Place(environment, project));
    return seen == null ? Holders.UNKNOWN : seen.counted();
  }

  /** Of a role, on whichever project; unknown unless all of them were counted. */
  Holders ofRole(String role) {
    return counted && complete
        ? byRole.getOrDefault(Naming.tidy(role), new Seen()).counted()
        : Holders.UNKNOWN;
  }
}
