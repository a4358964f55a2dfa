package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Passage;
import dev.rollcall.job.yaml.WrongValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets what because of who they are.
 *
 * @param when a condition in the Common Expression Language, not compiled yet
 */
public record RuleSpec(Located<String> name, Passage when, GrantSpec grant) {

  static final Keys KEYS =
      Keys.of(
          Key.of("name", "What the rule is called in reports; unique."),
          Key.of("when", "The condition, in CEL: person.department == \"Finance\"."),
          Key.of("grant", "What everybody gets for whom the condition holds."));

  /** What a rule gives. */
  public record GrantSpec(
      Map<PlaceName, Located<String>> roles,
      List<Located<String>> groups,
      List<Located<ProjectGrant>> projects,
      NamedRights named) {

    static final Keys KEYS =
        Keys.of(
            Key.of("roles", "The role in each environment.", "{}"),
            Key.of("groups", "Groups to be a member of.", "[]"),
            Key.of("projects", "Roles on projects.", "[]"),
            Key.inlined("named"));

    /** Checks that it gives something. */
    public GrantSpec {
      roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
      groups = List.copyOf(groups);
      projects = List.copyOf(projects);
      if (roles.isEmpty() && groups.isEmpty() && projects.isEmpty() && named.isEmpty()) {
        throw new WrongValue(
            "", "grants nothing", "write what it gives, such as groups: [Finance]");
      }
    }
  }
}
