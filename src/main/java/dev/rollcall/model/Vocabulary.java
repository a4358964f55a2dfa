package dev.rollcall.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the core has to know of a vendor, as data: what its tenants and the kinds of things in them
 * are called, and what can be done with them.
 *
 * @param vendor its name among all vocabularies, and part of stored formats: the type of tenant in
 *     the job file, in lower case, with the permission model where the vendor has several
 * @param tenant what one is called: {@code workspace}
 * @param kinds in the order in which rights on them are given and told
 * @param joining how people join
 * @param later kinds of which rights are given after joining here, though elsewhere along with it
 * @param neededToJoin a kind of which at least one right is needed to join; empty where none is
 * @param suspension how somebody is suspended
 * @param administrators the roles whose holders are administrators, unless the job file says
 *     otherwise
 * @param owned whether a tenant has one owner, whom nobody may take anything from
 * @param model how its tenants do permissions, where those of the vendor do it in several ways
 * @param keepsProfiles whether what somebody is called can be changed once they are there
 */
public record Vocabulary(
    String vendor,
    Noun tenant,
    List<Kind> kinds,
    Joining joining,
    Set<Kind> later,
    Optional<Kind> neededToJoin,
    Suspension suspension,
    Set<String> administrators,
    boolean owned,
    Optional<Model> model,
    boolean keepsProfiles) {

  /** How people join a tenant. */
  public enum Joining {
    /** They are invited, and invisible until they accept. */
    INVITATION,
    /** They get an account, which is there at once. */
    ACCOUNT
  }

  /** What a suspended person is. */
  public enum Suspension {
    /** Somebody without any right that {@link Kind.Trait#TAKEN_BY_SUSPENDING suspending takes}. */
    WITHOUT_RIGHTS,
    /** Somebody whose account is marked so. */
    MARKED,
    /**
     * Nobody can be suspended, nor brought back: who leaves is taken out of what they are in, or
     * removed.
     */
    NONE
  }

  /**
   * One of several ways in which tenants of a vendor do permissions.
   *
   * @param name as it stands in sentences: {@code the legacy permission model}
   * @param otherwise what helps whoever wants a kind of right that it lacks
   */
  public record Model(String name, String otherwise) {}

  /** Copies. */
  public Vocabulary {
    kinds = List.copyOf(kinds);
    later = Set.copyOf(later);
    administrators = Set.copyOf(administrators);
  }

  /** One in which whatever can be given by joining is. */
  public Vocabulary(
      String vendor,
      Noun tenant,
      List<Kind> kinds,
      Joining joining,
      Optional<Kind> neededToJoin,
      Suspension suspension,
      Set<String> administrators,
      Optional<Model> model) {
    this(
        vendor,
        tenant,
        kinds,
        joining,
        Set.of(),
        neededToJoin,
        suspension,
        administrators,
        true,
        model,
        false);
  }

  /** That of a vendor whose tenants all do permissions the same way. */
  public Vocabulary(
      String vendor,
      Noun tenant,
      List<Kind> kinds,
      Joining joining,
      Optional<Kind> neededToJoin,
      Suspension suspension,
      Set<String> administrators) {
    this(
        vendor, tenant, kinds, joining, neededToJoin, suspension, administrators, Optional.empty());
  }

  /** The same of a vendor whose tenants have no owner. */
  public Vocabulary ownedByNobody() {
    return new Vocabulary(
        vendor,
        tenant,
        kinds,
        joining,
        later,
        neededToJoin,
        suspension,
        administrators,
        false,
        model,
        keepsProfiles);
  }

  /** The same where what somebody is called can be changed. */
  public Vocabulary keepingProfiles() {
    return new Vocabulary(
        vendor,
        tenant,
        kinds,
        joining,
        later,
        neededToJoin,
        suspension,
        administrators,
        owned,
        model,
        true);
  }

  /** The same where people get an account, and rights of these kinds after that. */
  public Vocabulary withAccounts(String otherVendor, Set<Kind> givenLater) {
    return new Vocabulary(
        otherVendor,
        tenant,
        kinds,
        Joining.ACCOUNT,
        givenLater,
        neededToJoin,
        suspension,
        administrators,
        owned,
        model,
        keepsProfiles);
  }

  /** Whether people are invited; else they get an account. */
  public boolean invites() {
    return joining == Joining.INVITATION;
  }

  /** Whether rights of a kind go along with joining. */
  public boolean givesByJoining(Kind kind) {
    return kind.is(Kind.Trait.GIVEN_BY_JOINING) && !later.contains(kind);
  }

  /** Whether its tenants have resources of this kind. */
  public boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  /** The kind that this way of stating rights feeds; empty where none does. */
  public Optional<Kind> fedBy(RightsColumn column) {
    return kinds.stream()
        .filter(kind -> kind.column().equals(Optional.of(column.anywhere())))
        .findFirst();
  }

  /** The kinds of roles that can be made and changed. */
  public List<Kind> roles() {
    return kinds.stream().flatMap(kind -> kind.role().stream()).toList();
  }

  /** The kinds of what can be made and changed by itself: groups and roles. */
  public List<Kind> definable() {
    return Stream.concat(groups().stream(), roles().stream()).toList();
  }

  /** The kind of what can be held at a level that is such a role. */
  public Optional<Kind> heldAt(Kind role) {
    return kinds.stream().filter(kind -> kind.role().equals(Optional.of(role))).findFirst();
  }

  /** The kind of resource that holds rights which it passes on: groups; empty where none does. */
  public Optional<Kind> groups() {
    return kinds.stream().filter(kind -> kind.is(Kind.Trait.HOLDS_RIGHTS)).findFirst();
  }
}
