package dev.rollcall.tenant.workato;

import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.TenantUnavailable;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The check, before anything is changed, that no token is one of another environment than its key
 * says. What is read anyway tells most of the time; else a few projects more are asked about.
 */
final class TokenCheck {

  /** No workspace is searched through for something that it may not have. */
  private static final int MOST_ASKED = 10;

  private final CompleteLists lists;
  private final TokenEnvironments environments;
  private final Collection<Environment> keys;
  private final Set<Environment> asked = new HashSet<>();

  TokenCheck(CompleteLists lists, TokenEnvironments environments, Collection<Environment> keys) {
    this.lists = lists;
    this.environments = environments;
    this.keys = keys;
  }

  /**
   * Judges by what was seen of grants, and by these lists of projects.
   *
   * @throws AccessRefused where a token is under the wrong key
   */
  synchronized void check(Map<Environment, List<ProjectRow>> projects) {
    projects.forEach(
        (key, rows) ->
            rows.forEach(row -> environments.saw(key, row, "project \"" + row.name() + "\"")));
    environments.check();
    environments.untold().stream()
        .filter(asked::add)
        .forEach(key -> ask(key, projects.getOrDefault(key, List.of())));
    environments.check();
    environments.checkDistinct(projects);
  }

  private void ask(Environment key, List<ProjectRow> projects) {
    for (ProjectRow project : projects.subList(0, Math.min(MOST_ASKED, projects.size()))) {
      Optional<List<GrantRow>> grants = lists.someGrants(key, project.id());
      if (grants.isEmpty()) {
        return;
      }
      grants.get().forEach(grant -> environments.saw(key, grant.project(), where(project)));
      if (!environments.untold().contains(key)) {
        return;
      }
    }
  }

  /** What a grant that was read on a project is called in messages. */
  static String where(ProjectRow project) {
    return where(project.name());
  }

  static String where(String project) {
    return "a grant on project \"" + project + "\"";
  }

  /**
   * Reads. Where something may not be read, a token under the wrong key is the better explanation:
   * only that of the main environment may read people.
   */
  void explained(Runnable reading) {
    try {
      reading.run();
    } catch (AccessRefused e) {
      check(projects(e));
      throw e;
    }
  }

  private Map<Environment, List<ProjectRow>> projects(AccessRefused otherwise) {
    Map<Environment, List<ProjectRow>> projects = new HashMap<>();
    try {
      keys.forEach(key -> projects.put(key, lists.projects(key)));
    } catch (AccessRefused | TenantUnavailable e) {
      throw otherwise;
    }
    return projects;
  }
}
