package dev.rollcall.tenant.workato;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Kind.Holder;
import dev.rollcall.model.Kind.Trait;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Workato's words: workspaces with environments, collaborator groups and projects.
 *
 * @see <a href="https://docs.workato.com/workato-api/team.html">Workspace collaborators</a>
 */
public final class WorkatoVocabulary {

  private static final Levels LEVELS =
      new Levels(
          Optional.of("No access"),
          List.of(
              List.of("member", "environmentmanager", "environmentadmin"),
              List.of("projectoperator", "builder", "advancedbuilder", "projectadmin"),
              List.of("operator", "analyst", "admin")));

  /** What a role in an environment lets people do. */
  public static final Kind ENVIRONMENT_ROLE =
      Kind.define(3, "workato:environment-role", new Noun("environment role", "environment roles"))
          .with(Trait.SCOPED)
          .build();

  /** What a role on a project lets people do. */
  public static final Kind PROJECT_ROLE =
      Kind.define(4, "workato:project-role", new Noun("project role", "project roles"))
          .with(Trait.SCOPED)
          .build();

  /** Where a person has at most one role in each; an invitation needs one. */
  public static final Kind ENVIRONMENT =
      Kind.define(0, "workato:environment", new Noun("environment", "environments"))
          .levels(new Noun("environment role", "environment roles"), LEVELS)
          .eachBeing(ENVIRONMENT_ROLE)
          .fedBy(RightsColumn.ROLES)
          .with(
              Trait.ANY_CASE,
              Trait.GIVEN_BY_JOINING,
              Trait.TAKEN_BY_SUSPENDING,
              Trait.KEEPS_ADMINISTRATORS)
          .build();

  /** Collaborator groups, which can hold project roles. */
  public static final Kind GROUP =
      Kind.define(1, "workato:group", new Noun("group", "groups"))
          .fedBy(RightsColumn.GROUPS)
          .with(
              Trait.GIVEN_BY_JOINING,
              Trait.WITHDRAWABLE,
              Trait.HOLDS_RIGHTS,
              Trait.SCOPED,
              Trait.DESCRIBED,
              Trait.RENAMABLE,
              Trait.DELETABLE)
          .build();

  /** A project within an environment; a person or a group has at most one role on each. */
  public static final Kind PROJECT =
      Kind.define(2, "workato:project", new Noun("project", "projects"))
          .levels(new Noun("project role", "project roles"), LEVELS)
          .eachBeing(PROJECT_ROLE)
          .heldBy(Holder.PERSON, Holder.GROUP)
          .fedBy(RightsColumn.PROJECTS)
          .within(
              new Kind.Container(
                  ENVIRONMENT,
                  "@",
                  false,
                  "there is no token for environment \"%s\", so no project role can be set there",
                  "add it under target.tokens"))
          .with(Trait.SCOPED)
          .build();

  private static final Noun WORKSPACE = new Noun("workspace", "workspaces");

  /**
   * All of them: those of the newer model, and those in which people write before anybody knows
   * which model a workspace has.
   */
  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          "workato",
          WORKSPACE,
          List.of(ENVIRONMENT, GROUP, PROJECT),
          Vocabulary.Joining.INVITATION,
          Optional.of(ENVIRONMENT),
          Vocabulary.Suspension.WITHOUT_RIGHTS,
          Set.of("Environment admin", "Admin"));

  /** Those of the older model: one role in each environment, and nothing else. */
  public static final Vocabulary LEGACY =
      new Vocabulary(
          "workato-legacy",
          WORKSPACE,
          List.of(ENVIRONMENT),
          Vocabulary.Joining.INVITATION,
          Optional.of(ENVIRONMENT),
          Vocabulary.Suspension.WITHOUT_RIGHTS,
          Set.of("Admin"),
          Optional.of(
              new Vocabulary.Model(
                  "the legacy permission model",
                  "leave them out, or migrate the workspace first: rollcall migrate-roles")));

  /** The newer model, where a partner adds people without an invitation, and without groups. */
  static final Vocabulary ADDING = VOCABULARY.withAccounts("workato-added", Set.of(GROUP));

  /** The same with the older model. */
  static final Vocabulary LEGACY_ADDING = LEGACY.withAccounts("workato-legacy-added", Set.of());

  /** Roles that every workspace of the older model has; its API lists only those beside them. */
  static final List<String> LEGACY_SYSTEM_ROLES = List.of("Admin", "Analyst", "Operator");

  /** Whether a role is called as one of those that every workspace of some model has. */
  static boolean isKnown(String role) {
    String folded = Levels.fold(role);
    return LEVELS.scales().stream().anyMatch(scale -> scale.contains(folded));
  }

  /** The kinds once more, for switches that a new one must not escape. */
  enum Thing {
    ENVIRONMENT,
    GROUP,
    PROJECT;

    static Thing of(Resource resource) {
      return values()[VOCABULARY.kinds().indexOf(resource.kind())];
    }
  }

  private WorkatoVocabulary() {}

  /** Whether a role's name is one of the spellings of "no access". */
  static boolean isNoAccess(String role) {
    return LEVELS.isNothing(role);
  }

  /** The one role among those offered that a known role of the vendor's own is another name of. */
  static Optional<String> likeOne(String role, Collection<String> offered) {
    return LEVELS.likeOne(role, offered);
  }

  /** An environment as something to hold a role in. */
  public static Resource resource(Environment environment) {
    return Resource.of(ENVIRONMENT, environment.name());
  }

  /** A group as something to be in. */
  public static Resource group(String name) {
    return Resource.of(GROUP, name);
  }

  /** A project as something to hold a role on. */
  public static Resource project(String name, Environment environment) {
    return Resource.of(PROJECT, resource(environment), name);
  }

  /** A role in an environment. */
  public static Entitlement environmentRole(Environment environment, String role) {
    return resource(environment).at(role);
  }

  /** Membership of a group. */
  public static Entitlement membership(String group) {
    return group(group).membership();
  }

  /** A role on a project. */
  public static Entitlement projectRole(String project, Environment environment, String role) {
    return project(project, environment).at(role);
  }

  /** The environment that a resource is, or lies in. */
  static Environment environment(Resource resource) {
    return new Environment(resource.container().orElse(resource).name());
  }

  /** Of rights, the role held in each environment. */
  static SortedMap<Environment, String> environmentRoles(Collection<Entitlement> rights) {
    SortedMap<Environment, String> roles = new TreeMap<>();
    rights.stream()
        .filter(right -> right.kind() == ENVIRONMENT)
        .forEach(right -> roles.put(environment(right.on()), right.level().orElseThrow()));
    return roles;
  }
}
