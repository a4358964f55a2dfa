package dev.rollcall.model;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person on one side, with what they hold directly.
 *
 * @param name full name as written; empty where unknown
 * @param entitlements sorted, without repetition; inherited rights are not among them
 */
public record Member(Email email, String name, Status status, List<Entitlement> entitlements) {

  /** Checks, sorts and copies. */
  public Member {
    requireNonNull(email, "email");
    requireNonNull(name, "name");
    requireNonNull(status, "status");
    entitlements = entitlements.stream().sorted().distinct().toList();
  }

  /** A member with the given entitlements in any order. */
  public static Member of(
      Email email, String name, Status status, Collection<? extends Entitlement> entitlements) {
    return new Member(email, name, status, List.copyOf(entitlements));
  }

  /** The role held in each environment, {@link Entitlement#NO_ACCESS} statements included. */
  public SortedMap<Environment, String> environmentRoles() {
    SortedMap<Environment, String> roles = new TreeMap<>();
    for (Entitlement entitlement : entitlements) {
      if (entitlement instanceof Entitlement.EnvironmentRole role) {
        roles.put(role.environment(), role.role());
      }
    }
    return roles;
  }

  /** What is held on the same target, if anything. */
  public Optional<Entitlement> onTargetOf(Entitlement other) {
    return entitlements.stream().filter(other::sameTarget).findFirst();
  }

  /** The same person in another state. */
  public Member withStatus(Status other) {
    return new Member(email, name, other, entitlements);
  }
}
