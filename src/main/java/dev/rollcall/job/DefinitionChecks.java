package dev.rollcall.job;

import dev.rollcall.job.spec.GroupSpec;
import dev.rollcall.job.spec.ProjectGrant;
import dev.rollcall.job.spec.RoleSpec;
import dev.rollcall.job.spec.RolesSpec;
import dev.rollcall.job.spec.RuleSpec;
import dev.rollcall.job.spec.TargetSpec;
import dev.rollcall.job.yaml.Binder;
import dev.rollcall.job.yaml.Located;
import dev.rollcall.job.yaml.Position;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.RightsColumn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold between the groups and roles that a job file declares, and what it gives. */
final class DefinitionChecks {

  /** What is declared of one kind, as far as it could be bound. */
  private record Declared(
      String key, Map<String, Position> names, Map<String, List<String>> was, Set<String> absent) {

    static Declared of(String key) {
      return new Declared(key, new LinkedHashMap<>(), new LinkedHashMap<>(), new TreeSet<>());
    }

    void add(String name, Position position, List<String> former, boolean isAbsent) {
      names.put(name, position);
      was.put(name, former);
      if (isAbsent) {
        absent.add(Naming.tidy(name));
      }
    }
  }

  private final Map<String, Object> parts;
  private final Binder binder;
  private final Declared groups = Declared.of("groups");
  private final Declared environmentRoles = Declared.of("roles.environment");
  private final Declared projectRoles = Declared.of("roles.project");

  DefinitionChecks(Map<String, Object> parts, Binder binder) {
    this.parts = parts;
    this.binder = binder;
  }

  void run() {
    if (parts.get("groups") instanceof Map<?, ?> all) {
      all.forEach(
          (name, located) -> {
            GroupSpec spec = (GroupSpec) ((Located<?>) located).value();
            groups.add((String) name, ((Located<?>) located).position(), spec.was(), spec.absent());
          });
    }
    if (parts.get("roles") instanceof RolesSpec roles) {
      roles.environment().forEach((name, spec) -> add(environmentRoles, name, spec));
      roles.project().forEach((name, spec) -> add(projectRoles, name, spec));
    }
    for (Declared declared : List.of(groups, environmentRoles, projectRoles)) {
      twins(declared);
      former(declared);
    }
    definable();
    given();
  }

  private static void add(Declared declared, String name, Located<RoleSpec> spec) {
    declared.add(name, spec.position(), spec.value().was(), spec.value().absent());
  }

  /** Two that nobody could tell from one another. */
  private void twins(Declared declared) {
    Map<String, String> seen = new HashMap<>();
    declared
        .names()
        .forEach(
            (name, position) -> {
              String before = seen.putIfAbsent(Naming.look(name), name);
              if (before != null) {
                binder.problem(
                    position,
                    declared.key() + ": \"" + name + "\" looks like \"" + before + "\"",
                    "keep one of them");
              }
            });
  }

  /** What has a name of its own, or is somebody else's already, gets no other. */
  private void former(Declared declared) {
    Map<String, String> owners = new HashMap<>();
    declared.names().keySet().forEach(name -> owners.put(Naming.tidy(name), name));
    declared
        .names()
        .forEach(
            (name, position) -> {
              for (String old : declared.was().getOrDefault(name, List.of())) {
                String other = owners.putIfAbsent(Naming.tidy(old), name);
                if (other != null) {
                  binder.problem(
                      position,
                      "%s: \"%s\" was \"%s\", which %s"
                          .formatted(
                              declared.key(),
                              name,
                              old,
                              other.equals(name)
                                  ? "is said already"
                                  : "\"" + other + "\" is or was as well"),
                      "name each under one of them");
                }
              }
            });
  }

  /** Not every vendor's roles can be made, nor its groups renamed or deleted. */
  private void definable() {
    if (parts.get("target") instanceof TargetSpec target) {
      unchangeable(target);
      Map<Declared, RightsColumn> columns =
          Map.of(environmentRoles, RightsColumn.ROLES, projectRoles, RightsColumn.PROJECTS);
      columns.forEach(
          (declared, column) -> {
            if (JobRules.roleKind(target.vocabulary(), column).isEmpty()) {
              declared.names().values().stream()
                  .limit(1)
                  .forEach(
                      position ->
                          binder.problem(
                              position,
                              declared.key() + ": roles of this vendor cannot be defined",
                              "leave it out"));
            }
          });
    }
  }

  private void unchangeable(TargetSpec target) {
    groups
        .names()
        .forEach(
            (name, position) -> {
              boolean isGoing = groups.absent().contains(Naming.tidy(name));
              boolean isRenamed = !groups.was().getOrDefault(name, List.of()).isEmpty();
              if (isGoing && !isOffered(target, Kind.Trait.DELETABLE)) {
                unchangeable(target, name, position, true);
              } else if (isRenamed && !isOffered(target, Kind.Trait.RENAMABLE)) {
                unchangeable(target, name, position, false);
              }
            });
  }

  private static boolean isOffered(TargetSpec target, Kind.Trait trait) {
    return target
        .vocabulary()
        .fedBy(RightsColumn.GROUPS)
        .filter(kind -> kind.is(trait))
        .isPresent();
  }

  private void unchangeable(TargetSpec target, String name, Position position, boolean isGoing) {
    binder.problem(
        position,
        "groups: \"%s\" is to %s, which is not done in this sort of target, %s of %s"
            .formatted(
                name,
                isGoing ? "be deleted" : "get another name",
                target.vocabulary().tenant().indefinite(),
                target.vocabulary().vendor()),
        isGoing
            ? "delete it there, and take it out here"
            : "rename it there, and leave \"was\" out");
  }

  /** Nobody gets what is to be gone. */
  private void given() {
    if (parts.get("rules") instanceof List<?> rules) {
      rules.forEach(rule -> given((RuleSpec) rule));
    }
    if (parts.get("groups") instanceof Map<?, ?> all) {
      all.values()
          .forEach(
              group ->
                  ((GroupSpec) ((Located<?>) group).value())
                      .projects()
                      .ifPresent(this::givenOnProjects));
    }
  }

  private void given(RuleSpec rule) {
    rule.grant().groups().forEach(group -> refuseAbsent(groups, group.value(), group.position()));
    rule.grant()
        .roles()
        .values()
        .forEach(role -> refuseAbsent(environmentRoles, role.value(), role.position()));
    givenOnProjects(rule.grant().projects());
  }

  private void givenOnProjects(List<Located<ProjectGrant>> grants) {
    grants.forEach(grant -> refuseAbsent(projectRoles, grant.value().role(), grant.position()));
  }

  private void refuseAbsent(Declared declared, String name, Position position) {
    if (declared.absent().contains(Naming.tidy(name))) {
      binder.problem(
          position,
          "\"" + name + "\" is given here, and is to be absent under " + declared.key(),
          "take one of the two out");
    }
  }
}
