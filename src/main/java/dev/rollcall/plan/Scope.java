package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Email;

/**
 * What is ours in a workspace; all else is foreign: never planned, only counted.
 *
 * @param emails whose accounts are ours
 * @param groups whose memberships are ours; what {@code listed} means is resolved before
 * @param projects whose grants are ours; likewise
 * @param rolesByIdentityProvider environment roles are overwritten at login: left alone, but still
 *     sent when inviting
 * @param groupsByIdentityProvider likewise, memberships of these groups
 * @param only a limited run: nobody else is planned for
 */
public record Scope(
    Names emails,
    Names groups,
    Names projects,
    boolean rolesByIdentityProvider,
    Names groupsByIdentityProvider,
    Names only) {

  /** Checks. */
  public Scope {
    requireNonNull(emails, "emails");
    requireNonNull(groups, "groups");
    requireNonNull(projects, "projects");
    requireNonNull(groupsByIdentityProvider, "groupsByIdentityProvider");
    requireNonNull(only, "only");
  }

  /** Everything. */
  public static Scope everything() {
    return new Scope(Names.ALL, Names.ALL, Names.ALL, false, Names.NONE, Names.ALL);
  }

  /** Whether the account is ours, whether or not this run is limited to others. */
  public boolean covers(Email email) {
    return emails.contains(email.address());
  }

  /** Whether this run may plan for the person. */
  public boolean plans(Email email) {
    return covers(email) && only.contains(email.address());
  }

  /** The same, reading no more than these groups and projects. */
  public Scope narrowedTo(Names fewerGroups, Names fewerProjects) {
    return new Scope(
        emails,
        fewerGroups,
        fewerProjects,
        rolesByIdentityProvider,
        groupsByIdentityProvider,
        only);
  }
}
