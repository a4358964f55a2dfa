package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Kind.Holder;
import dev.rollcall.model.Kind.Trait;
import dev.rollcall.model.Levels;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Workiva's words: organizations with workspaces, which have roles and groups of their own. */
public final class WorkivaVocabulary {

  private static final String SLASH = " / ";

  /** Roles in the organization; several can be held. */
  public static final Kind ORGANIZATION_ROLE =
      Kind.define(
              0, "workiva:organization-role", new Noun("organization role", "organization roles"))
          .fedBy(
              RightsColumn.own(
                  "organization-roles",
                  "organization roles",
                  "organization role",
                  "org roles",
                  "org role"))
          .with(Trait.ANY_CASE_AS_WRITTEN, Trait.NAMES_A_ROLE, Trait.KEEPS_ADMINISTRATORS)
          .build();

  /** Where people are members or not. */
  public static final Kind WORKSPACE =
      Kind.define(1, "workiva:workspace", new Noun("workspace", "workspaces"))
          .fedBy(RightsColumn.own("workspaces", "workspaces", "workspace"))
          .orToldApart("one another by its id under target.workspaces")
          .with(Trait.ANY_CASE_AS_WRITTEN, Trait.SCOPED)
          .build();

  /** Roles in a workspace; its members can hold several. */
  public static final Kind WORKSPACE_ROLE =
      Kind.define(2, "workiva:workspace-role", new Noun("workspace role", "workspace roles"))
          .fedBy(RightsColumn.own("workspace-roles", "workspace roles", "workspace role"))
          .within(inWorkspace())
          .with(
              Trait.ANY_CASE_AS_WRITTEN,
              Trait.NAMES_A_ROLE,
              Trait.KEEPS_ADMINISTRATORS,
              Trait.OF_MEMBERS)
          .build();

  /** Groups of a workspace, of its members; they can hold permissions. */
  public static final Kind GROUP =
      Kind.define(3, "workiva:group", new Noun("workspace group", "workspace groups"))
          .fedBy(RightsColumn.GROUPS)
          .within(inWorkspace())
          .with(
              Trait.ANY_CASE_AS_WRITTEN,
              Trait.HOLDS_RIGHTS,
              Trait.SCOPED,
              Trait.OF_MEMBERS,
              Trait.RENAMABLE,
              Trait.DELETABLE)
          .build();

  /** Files, documents and spreadsheets: a person or a group has one permission at most on each. */
  public static final Kind FILE =
      Kind.define(4, "workiva:file", new Noun("file", "files"))
          .levels(
              new Noun("permission", "permissions"),
              new Levels(Optional.of("None"), List.of(List.of("viewer", "editor", "owner"))))
          .heldBy(Holder.PERSON, Holder.GROUP)
          .fedBy(RightsColumn.own("files", "files", "file", "file permissions"))
          .with(Trait.ANY_CASE_AS_WRITTEN)
          .build();

  /** All of them. */
  public static final Vocabulary VOCABULARY =
      new Vocabulary(
              "workiva",
              new Noun("organization", "organizations"),
              List.of(ORGANIZATION_ROLE, WORKSPACE, WORKSPACE_ROLE, GROUP, FILE),
              Vocabulary.Joining.ACCOUNT,
              Optional.empty(),
              Vocabulary.Suspension.NONE,
              Set.of(
                  "Org User Admin", "Org Security Admin", "Org Workspace Admin", "Workspace Owner"))
          .ownedByNobody()
          .keepingProfiles();

  private WorkivaVocabulary() {}

  private static Kind.Container inWorkspace() {
    return new Kind.Container(
        WORKSPACE,
        SLASH,
        true,
        "the workspace \"%s\" could not be read",
        "look whether the client's user may see it");
  }

  /** The kinds once more, for switches that a new one must not escape. */
  enum Thing {
    ORGANIZATION_ROLE,
    WORKSPACE,
    WORKSPACE_ROLE,
    GROUP,
    FILE;

    static Thing of(Resource resource) {
      return values()[VOCABULARY.kinds().indexOf(resource.kind())];
    }
  }

  /** A role in the organization. */
  public static Resource organizationRole(String name) {
    return Resource.of(ORGANIZATION_ROLE, name);
  }

  /** A workspace. */
  public static Resource workspace(String name) {
    return Resource.of(WORKSPACE, name);
  }

  /** A role in a workspace. */
  public static Resource role(Resource workspace, String name) {
    return Resource.of(WORKSPACE_ROLE, workspace, name);
  }

  /** A group of a workspace. */
  public static Resource group(Resource workspace, String name) {
    return Resource.of(GROUP, workspace, name);
  }

  /** A file. */
  public static Resource file(String name) {
    return Resource.of(FILE, name);
  }
}
