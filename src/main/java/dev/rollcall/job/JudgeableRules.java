package dev.rollcall.job;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.job.spec.NamedRights;
import dev.rollcall.job.spec.PlaceName;
import dev.rollcall.job.spec.ProjectGrant;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Passage;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.rules.RuleBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of a job that can be judged for people of whom only some attributes are known. What an
 * earlier rule would decide that cannot be judged, a later one must not: nobody knows whether it
 * would have come to that.
 *
 * @param remarks on those that were left out
 */
record JudgeableRules(List<RuleSpec> rules, List<String> remarks) {

  /** Copies. */
  JudgeableRules {
    rules = List.copyOf(rules);
    remarks = List.copyOf(remarks);
  }

  /**
   * Those among the rules of a job.
   *
   * @param book the same rules, compiled
   * @param attributes the keys of what is known
   */
  static JudgeableRules among(List<RuleSpec> all, RuleBook book, List<String> attributes) {
    Map<String, List<String>> lacking = book.lacking(attributes);
    List<RuleSpec> known = new ArrayList<>();
    Open open = new Open(new HashSet<>(), new HashSet<>());
    List<String> remarks = new ArrayList<>();
    for (RuleSpec rule : all) {
      String name = rule.name().value();
      if (lacking.containsKey(name)) {
        open.add(rule.grant());
        remarks.add(
            "rule \"%s\" gives nobody anything here: the sheet has no column for %s"
                .formatted(name, String.join(" and ", new TreeSet<>(lacking.get(name)))));
      } else {
        open.without(rule, remarks).ifPresent(known::add);
      }
    }
    return new JudgeableRules(known, remarks);
  }

  /** What a rule that cannot be judged might have decided. */
  private record Open(Set<PlaceName> environments, Set<String> projects) {

    void add(RuleSpec.GrantSpec grant) {
      environments.addAll(grant.roles().keySet());
      grant.projects().forEach(project -> projects.add(target(project)));
    }

    private static String target(Located<ProjectGrant> project) {
      return project.value().toString();
    }

    Optional<RuleSpec> without(RuleSpec rule, List<String> remarks) {
      RuleSpec.GrantSpec grant = rule.grant();
      Map<PlaceName, Located<String>> roles = new LinkedHashMap<>(grant.roles());
      roles.keySet().removeAll(environments);
      List<Located<ProjectGrant>> granted =
          grant.projects().stream().filter(each -> !projects.contains(target(each))).toList();
      if (roles.size() == grant.roles().size() && granted.size() == grant.projects().size()) {
        return Optional.of(rule);
      }
      Set<String> gone =
          grant.roles().keySet().stream()
              .filter(environments::contains)
              .map(PlaceName::name)
              .collect(toCollection(TreeSet::new));
      grant.projects().stream().map(Open::target).filter(projects::contains).forEach(gone::add);
      remarks.add(
          "rule \"%s\" gives no role in %s here: a rule before it, which cannot be judged, might"
              .formatted(rule.name().value(), String.join(" and ", gone)));
      return roles.isEmpty()
              && granted.isEmpty()
              && grant.groups().isEmpty()
              && grant.named().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new RuleSpec(
                  rule.name(),
                  rule.when(),
                  new RuleSpec.GrantSpec(roles, grant.groups(), granted, grant.named())));
    }
  }

  /** The rules with what the command line gives everybody before them: so it counts first. */
  static List<RuleSpec> after(GivenRights rights, List<RuleSpec> rules) {
    List<RuleSpec> all = new ArrayList<>();
    if (!rights.roles().isEmpty()) {
      all.add(forEverybody(GivenRights.ROLE, roles(rights), List.of()));
    }
    if (!rights.groups().isEmpty()) {
      all.add(forEverybody(GivenRights.GROUPS, Map.of(), groups(rights)));
    }
    all.addAll(rules);
    return all;
  }

  private static Map<PlaceName, Located<String>> roles(GivenRights rights) {
    Map<PlaceName, Located<String>> roles = new LinkedHashMap<>();
    rights
        .roles()
        .forEach(
            (where, role) ->
                roles.put(
                    where,
                    new Located<>(role, Position.whole(GivenRights.at(where.name(), role)))));
    return roles;
  }

  private static List<Located<String>> groups(GivenRights rights) {
    return rights.groups().stream()
        .map(group -> new Located<>(group, Position.whole(GivenRights.at(group))))
        .toList();
  }

  private static RuleSpec forEverybody(
      String name, Map<PlaceName, Located<String>> roles, List<Located<String>> groups) {
    Position position = Position.whole(name);
    return new RuleSpec(
        new Located<>(name, position),
        new Passage("true", "", position),
        new RuleSpec.GrantSpec(roles, groups, List.of(), NamedRights.NONE));
  }
}
