package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Email;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Roster;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a workspace really holds, as far as it is in scope, read at one time and proven complete.
 *
 * @param actual the people in scope with what they hold directly, and the groups in scope; a member
 *     without any right is {@code SUSPENDED}; nobody is {@code INVITED} yet (see {@link
 *     Invitations#join})
 * @param owner the presumed owner, whom nothing may touch; empty where it cannot be read
 * @param foreign members left out because they are not ours
 * @param members all members of the workspace, foreign ones included: what takes a seat
 * @param incompleteGroups groups whose member list could not be proven complete
 * @param incompleteProjects as {@code project@environment}: grant lists that could not be
 * @param auditLogReadable whether the audit log can tell of earlier invitations
 * @param unconfirmed environments of which nothing read tells whether their tokens are theirs
 */
public record Snapshot(
    Roster actual,
    Catalogue catalogue,
    Optional<Email> owner,
    int foreign,
    int members,
    Set<String> incompleteGroups,
    Set<String> incompleteProjects,
    boolean auditLogReadable,
    Set<Environment> unconfirmed) {

  /** Checks and copies. */
  public Snapshot {
    requireNonNull(actual, "actual");
    requireNonNull(catalogue, "catalogue");
    requireNonNull(owner, "owner");
    incompleteGroups = Set.copyOf(incompleteGroups);
    incompleteProjects = Set.copyOf(incompleteProjects);
    unconfirmed = Collections.unmodifiableSet(new LinkedHashSet<>(unconfirmed));
  }

  /** One of which every token is known to be its environment's. */
  public Snapshot(
      Roster actual,
      Catalogue catalogue,
      Optional<Email> owner,
      int foreign,
      int members,
      Set<String> incompleteGroups,
      Set<String> incompleteProjects,
      boolean auditLogReadable) {
    this(
        actual,
        catalogue,
        owner,
        foreign,
        members,
        incompleteGroups,
        incompleteProjects,
        auditLogReadable,
        Set.of());
  }

  /** The same with another actual side. */
  public Snapshot withActual(Roster other) {
    return new Snapshot(
        other,
        catalogue,
        owner,
        foreign,
        members,
        incompleteGroups,
        incompleteProjects,
        auditLogReadable,
        unconfirmed);
  }
}
