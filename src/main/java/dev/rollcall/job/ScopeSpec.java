package dev.rollcall.job;

import dev.rollcall.job.yaml.Key;
import dev.rollcall.model.Mentioned;
import dev.rollcall.plan.Names;
import dev.rollcall.plan.Scope;
import java.util.List;

/** What is ours. */
public record ScopeSpec(
    @Key(
            value = "Whose accounts are ours, by address; * stands for any text.",
            fallback = "[\"*\"]")
        List<EmailGlob> emails,
    @Key(
            value =
                "Whose memberships are ours: listed (named in rosters, rules or groups), all, or"
                    + " patterns.",
            fallback = "listed")
        NameScope groups,
    @Key(value = "Whose grants are ours: listed, all, or patterns.", fallback = "listed")
        NameScope projects,
    @Key(
            value = "What SAML or SCIM overwrites at login: left alone.",
            fallback = "{ roles: false, groups: [] }")
        ManagedByIdp managedByIdp) {

  /** What an identity provider overwrites at login. */
  public record ManagedByIdp(
      @Key(value = "Environment roles; they are still sent when inviting.", fallback = "false")
          boolean roles,
      @Key(value = "Memberships of these groups; patterns.", fallback = "[]")
          List<NameGlob> groups) {
    /** Copies. */
    public ManagedByIdp {
      groups = List.copyOf(groups);
    }
  }

  /** Copies. */
  public ScopeSpec {
    emails = List.copyOf(emails);
  }

  /**
   * The scope of a run.
   *
   * @param mentioned what {@code listed} means
   * @param only whom the run is limited to
   */
  public Scope resolve(Mentioned mentioned, Names only) {
    return new Scope(
        Names.matching(emails.stream().map(EmailGlob::pattern).toList()),
        groups.names(mentioned.groups()),
        projects.names(mentioned.projects()),
        managedByIdp.roles(),
        Names.matching(managedByIdp.groups().stream().map(NameGlob::pattern).toList()),
        only);
  }
}
