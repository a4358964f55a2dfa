package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Inline;
import dev.rollcall.job.yaml.Key;
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
public record RuleSpec(
    @Key("What the rule is called in reports; unique.") Located<String> name,
    @Key("The condition, in CEL: person.department == \"Finance\".") Passage when,
    @Key("What everybody gets for whom the condition holds.") GrantSpec grant) {

  /** What a rule gives. */
  public record GrantSpec(
      @Key(value = "The role in each environment.", fallback = "{}")
          Map<PlaceName, Located<String>> roles,
      @Key(value = "Groups to be a member of.", fallback = "[]") List<Located<String>> groups,
      @Key(value = "Roles on projects.", fallback = "[]") List<Located<ProjectGrant>> projects,
      @Inline NamedRights named) {

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
