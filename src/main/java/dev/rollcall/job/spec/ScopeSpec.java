package dev.rollcall.job.spec;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.job.yaml.Keys;
import dev.rollcall.model.Kind;
import dev.rollcall.model.MentionedNames;
import dev.rollcall.model.RightsColumn;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.NamePatterns;
import dev.rollcall.plan.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is ours. */
public record ScopeSpec(
    List<EmailGlob> emails,
    NameScope groups,
    NameScope projects,
    NameScope workspaces,
    ManagedByIdp managedByIdp) {

  static final Keys KEYS =
      Keys.of(
          Key.of(
              "emails", "Whose accounts are ours, by address; * stands for any text.", "[\"*\"]"),
          Key.of(
              "groups",
              "Whose memberships are ours: listed (named in rosters, rules or groups), all, or"
                  + " patterns.",
              "listed"),
          Key.of("projects", "Whose grants are ours: listed, all, or patterns.", "listed"),
          Key.of(
              "workspaces",
              "Workiva: which workspaces are ours: listed, all, or patterns.",
              "listed"),
          Key.of(
              "managed-by-idp",
              "What SAML or SCIM overwrites at login: left alone.",
              "{ roles: false, groups: [] }"));

  /** What an identity provider overwrites at login. */
  public record ManagedByIdp(boolean roles, List<NameGlob> groups) {

    static final Keys KEYS =
        Keys.of(
            Key.of("roles", "Environment roles; they are still sent when inviting.", "false"),
            Key.of("groups", "Memberships of these groups; patterns.", "[]"));

    /** Copies. */
    public ManagedByIdp {
      groups = List.copyOf(groups);
    }
  }

  /** Copies. */
  public ScopeSpec {
    emails = List.copyOf(emails);
  }

  /** The same where roles in environments are left alone, for they are what lets people in. */
  ScopeSpec leavingPeopleAlone() {
    return new ScopeSpec(
        emails, groups, projects, workspaces, new ManagedByIdp(true, managedByIdp.groups()));
  }

  /**
   * The scope of a run.
   *
   * @param vocabulary says which kinds of resources the keys are about
   * @param mentioned what {@code listed} means
   * @param only whom the run is limited to
   */
  public Scope resolve(Vocabulary vocabulary, MentionedNames mentioned, NamePatterns only) {
    Map<Kind, NamePatterns> ours = new HashMap<>();
    Map<Kind, NamePatterns> byIdentityProvider = new HashMap<>();
    vocabulary
        .fedBy(RightsColumn.ROLES)
        .filter(kind -> managedByIdp.roles())
        .ifPresent(kind -> byIdentityProvider.put(kind, NamePatterns.ALL));
    vocabulary
        .fedBy(RightsColumn.GROUPS)
        .ifPresent(
            kind -> {
              ours.put(kind, groups.names(mentioned.of(kind)));
              byIdentityProvider.put(
                  kind,
                  NamePatterns.matching(
                      managedByIdp.groups().stream().map(NameGlob::pattern).toList()));
            });
    vocabulary.kinds().stream()
        .filter(kind -> kind.is(Kind.Trait.SCOPED))
        .filter(kind -> kind.column().filter(RightsColumn::isOwn).isPresent())
        .forEach(kind -> ours.put(kind, workspaces.names(mentioned.of(kind))));
    vocabulary
        .fedBy(RightsColumn.PROJECTS)
        .ifPresent(kind -> ours.put(kind, projects.names(mentioned.of(kind))));
    // Roles are ours by being named, and by nothing else.
    vocabulary.roles().forEach(kind -> ours.put(kind, NamePatterns.exactly(mentioned.of(kind))));
    return new Scope(
        NamePatterns.matching(emails.stream().map(EmailGlob::pattern).toList()),
        ours,
        byIdentityProvider,
        only);
  }
}
