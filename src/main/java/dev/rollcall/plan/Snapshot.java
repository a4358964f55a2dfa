package dev.rollcall.plan;

import dev.rollcall.model.Email;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a tenant really holds, as far as it is in scope, read at one time and proven complete.
 *
 * @param actual the people in scope with what they hold directly, and the groups in scope; nobody
 *     is {@code INVITED} yet (see {@link Invitations#join})
 * @param owner the presumed owner, whom nothing may touch; empty where it cannot be read
 * @param foreign members left out because they are not ours
 * @param members all members of the tenant, foreign ones included: what takes a seat
 * @param incomplete resources of which could not be proven that all their holders are known
 * @param remembersInvitations whether the tenant can tell of earlier invitations
 * @param unconfirmed places of which nothing read tells whether their credentials are theirs
 * @param holders how many hold something on a group or at a role that may be deleted, whoever they
 *     are, people who are only invited included; of what is missing, nobody has counted
 */
public record Snapshot(
    Roster actual,
    Catalogue catalogue,
    Optional<Email> owner,
    int foreign,
    int members,
    SortedSet<Resource> incomplete,
    boolean remembersInvitations,
    Set<Resource> unconfirmed,
    Map<Resource, Integer> holders) {

  /** Copies. */
  public Snapshot {
    incomplete = Collections.unmodifiableSortedSet(new TreeSet<>(incomplete));
    unconfirmed = Collections.unmodifiableSet(new LinkedHashSet<>(unconfirmed));
    holders = Map.copyOf(holders);
  }

  /** One in which nothing may be deleted. */
  public Snapshot(
      Roster actual,
      Catalogue catalogue,
      Optional<Email> owner,
      int foreign,
      int members,
      SortedSet<Resource> incomplete,
      boolean remembersInvitations,
      Set<Resource> unconfirmed) {
    this(
        actual,
        catalogue,
        owner,
        foreign,
        members,
        incomplete,
        remembersInvitations,
        unconfirmed,
        Map.of());
  }

  /** The words of the tenant's vendor. */
  public Vocabulary vocabulary() {
    return catalogue.vocabulary();
  }
}
