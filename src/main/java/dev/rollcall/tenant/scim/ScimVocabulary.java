package dev.rollcall.tenant.scim;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Kind.Trait;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * SCIM's words: users, and groups of them. Where an attribute of users says which role they have in
 * an environment, roles as well.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643">RFC 7643</a>
 */
public final class ScimVocabulary {

  private static final Levels LEVELS =
      new Levels(
          Optional.of("No access"),
          List.of(
              List.of("member", "environmentmanager", "environmentadmin"),
              List.of("operator", "analyst", "admin")));

  /** Where a user has at most one role in each, which an attribute of the user tells. */
  public static final Kind ENVIRONMENT =
      Kind.define(0, "scim:environment", new Noun("environment", "environments"))
          .levels(new Noun("environment role", "environment roles"), LEVELS)
          .fedBy(RightsColumn.ROLES)
          .with(Trait.ANY_CASE, Trait.GIVEN_BY_JOINING, Trait.KEEPS_ADMINISTRATORS)
          .build();

  /** Roles in the whole organization; several can be held. */
  public static final Kind ORGANIZATION_ROLE =
      Kind.define(1, "scim:organization-role", new Noun("organization role", "organization roles"))
          .fedBy(RightsColumn.own("organization-roles", "organization roles", "organization role"))
          .with(Trait.ANY_CASE_AS_WRITTEN, Trait.NAMES_A_ROLE, Trait.KEEPS_ADMINISTRATORS)
          .build();

  /** Where people are members or not. */
  public static final Kind WORKSPACE =
      Kind.define(2, "scim:workspace", new Noun("workspace", "workspaces"))
          .fedBy(RightsColumn.own("workspaces", "workspaces", "workspace"))
          .with(Trait.ANY_CASE_AS_WRITTEN, Trait.SCOPED)
          .build();

  /** Roles in a workspace; its members can hold several. */
  public static final Kind WORKSPACE_ROLE =
      Kind.define(3, "scim:workspace-role", new Noun("workspace role", "workspace roles"))
          .fedBy(RightsColumn.own("workspace-roles", "workspace roles", "workspace role"))
          .within(inWorkspace())
          .with(
              Trait.ANY_CASE_AS_WRITTEN,
              Trait.NAMES_A_ROLE,
              Trait.KEEPS_ADMINISTRATORS,
              Trait.OF_MEMBERS)
          .build();

  /** Groups of a workspace, of its members. */
  public static final Kind WORKSPACE_GROUP =
      Kind.define(4, "scim:workspace-group", new Noun("workspace group", "workspace groups"))
          .fedBy(RightsColumn.own("workspace-groups", "workspace groups", "workspace group"))
          .within(inWorkspace())
          .with(Trait.ANY_CASE_AS_WRITTEN, Trait.SCOPED, Trait.OF_MEMBERS)
          .build();

  /** Groups whose display names stand for nothing else. */
  public static final Kind GROUP =
      Kind.define(5, "scim:group", new Noun("group", "groups"))
          .fedBy(RightsColumn.GROUPS)
          .with(Trait.HOLDS_RIGHTS, Trait.SCOPED, Trait.RENAMABLE)
          .build();

  /** All of them. */
  public static final Vocabulary VOCABULARY =
      vocabulary(
          "scim",
          List.of(
              ENVIRONMENT, ORGANIZATION_ROLE, WORKSPACE, WORKSPACE_ROLE, WORKSPACE_GROUP, GROUP),
          Optional.empty());

  /** Those of a provider of which an attribute tells roles, and whose groups are just groups. */
  public static final Vocabulary ROLES =
      vocabulary(
          "scim-roles",
          List.of(ENVIRONMENT, GROUP),
          Optional.of(
              new Vocabulary.Model(
                  "groups that are just groups",
                  "say under target.group-names what names of groups stand for")));

  /** Those of a provider of which the names of groups stand for roles and workspaces. */
  public static final Vocabulary WORKSPACES =
      vocabulary(
          "scim-workspaces",
          List.of(ORGANIZATION_ROLE, WORKSPACE, WORKSPACE_ROLE, WORKSPACE_GROUP, GROUP),
          Optional.of(
              new Vocabulary.Model(
                  "no attribute for roles",
                  "say under target.roles which attribute tells the role in each environment")));

  /** Those of a provider of which nothing more is known. */
  public static final Vocabulary GROUPS_ALONE =
      vocabulary(
          "scim-groups",
          List.of(GROUP),
          Optional.of(
              new Vocabulary.Model(
                  "groups alone",
                  "say under target.roles which attribute tells a role, or under"
                      + " target.group-names what names of groups stand for")));

  private static Vocabulary vocabulary(
      String name, List<Kind> kinds, Optional<Vocabulary.Model> model) {
    return new Vocabulary(
            name,
            new Noun("service provider", "service providers"),
            kinds,
            Vocabulary.Joining.ACCOUNT,
            Optional.empty(),
            Vocabulary.Suspension.MARKED,
            Set.of(
                "Environment admin",
                "Admin",
                "Org User Admin",
                "Org Security Admin",
                "Org Workspace Admin",
                "Workspace Owner"),
            model)
        .keepingProfiles();
  }

  private static Kind.Container inWorkspace() {
    return new Kind.Container(
        WORKSPACE,
        " / ",
        true,
        "there is no group that stands for the workspace \"%s\"",
        "look at target.group-names");
  }

  private ScimVocabulary() {}

  /** A group as something to be in. */
  public static Resource group(String name) {
    return Resource.of(GROUP, name);
  }

  /** Being in a group. */
  public static Entitlement membership(String group) {
    return group(group).membership();
  }

  /** An environment as something to have a role in. */
  public static Resource environment(String name) {
    return Resource.of(ENVIRONMENT, name);
  }

  /** A role in an environment. */
  public static Entitlement role(String environment, String role) {
    return environment(environment).at(role);
  }
}
