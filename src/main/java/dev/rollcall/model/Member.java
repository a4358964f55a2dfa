package dev.rollcall.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A person on one side, with what they hold directly.
 *
 * @param name full name as written; empty where unknown
 * @param entitlements sorted, without repetition; inherited rights are not among them
 * @param ownProfile what their account says they are called, where that is other than what the name
 *     says by itself
 */
public record Member(
    Email email,
    String name,
    Status status,
    List<Entitlement> entitlements,
    Optional<Profile> ownProfile) {

  /** Sorts and copies. */
  public Member {
    entitlements = Entitlement.sorted(entitlements);
    if (ownProfile.isPresent() && ownProfile.get().equals(Profile.of(name))) {
      ownProfile = Optional.empty();
    }
  }

  /** One who is called what the name says. */
  public Member(Email email, String name, Status status, List<Entitlement> entitlements) {
    this(email, name, status, entitlements, Optional.empty());
  }

  /** What they are called. */
  public Profile profile() {
    return ownProfile.orElseGet(() -> Profile.of(name));
  }

  /** The same person, whose account says this. */
  public Member called(Profile profile) {
    return new Member(email, name, status, entitlements, Optional.of(profile));
  }

  /** A member with the given entitlements in any order. */
  public static Member of(
      Email email, String name, Status status, Collection<? extends Entitlement> entitlements) {
    return new Member(
        email,
        name,
        status,
        entitlements instanceof List<? extends Entitlement> list
            ? Collections.unmodifiableList(list)
            : new ArrayList<>(entitlements));
  }

  /** Those on resources of this kind, in order. */
  public List<Entitlement> of(Kind kind) {
    return entitlements.stream().filter(held -> held.kind() == kind).toList();
  }

  /** What is held on a resource, if anything. */
  public Optional<Entitlement> on(Resource resource) {
    return entitlements.stream().filter(held -> held.on().equals(resource)).findFirst();
  }

  /** The same person in another state. */
  public Member withStatus(Status other) {
    return new Member(email, name, other, entitlements, ownProfile);
  }
}
