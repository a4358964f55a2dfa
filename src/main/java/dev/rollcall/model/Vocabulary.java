package dev.rollcall.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the core has to know of a vendor, as data: what its tenants and the kinds of things in them
 * are called, and what can be done with them.
 *
 * @param vendor the type of tenant in the job file, in lower case
 * @param tenant what one is called: {@code workspace}
 * @param kinds in the order in which rights on them are given and told
 * @param joining how people join
 * @param neededToJoin a kind of which at least one right is needed to join; empty where none is
 * @param suspension how somebody is suspended
 * @param administrators the roles whose holders are administrators, unless the job file says
 *     otherwise
 */
public record Vocabulary(
    String vendor,
    Noun tenant,
    List<Kind> kinds,
    Joining joining,
    Optional<Kind> neededToJoin,
    Suspension suspension,
    Set<String> administrators) {

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
    MARKED
  }

  /** Copies. */
  public Vocabulary {
    kinds = List.copyOf(kinds);
    administrators = Set.copyOf(administrators);
  }

  /** The kind that this way of stating rights feeds; empty where none does. */
  public Optional<Kind> fedBy(RightsColumn column) {
    return kinds.stream().filter(kind -> kind.column().equals(Optional.of(column))).findFirst();
  }

  /** The kind of resource that holds rights which it passes on: groups; empty where none does. */
  public Optional<Kind> groups() {
    return kinds.stream().filter(kind -> kind.is(Kind.Trait.HOLDS_RIGHTS)).findFirst();
  }
}
