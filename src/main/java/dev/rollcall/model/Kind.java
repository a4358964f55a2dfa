package dev.rollcall.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of resource of a vendor's tenants, such as environments, groups or projects, with all that
 * the rest has to know of it. Data of a {@link Vocabulary}: one constant for each kind, compared by
 * identity and ordered as the vendor lists them.
 */
public final class Kind implements Comparable<Kind> {

  /** What holds of some kinds and not of others. */
  public enum Trait {
    /** Names of resources are the same in upper and lower case. */
    ANY_CASE,
    /** Likewise, but each is told as it is written. */
    ANY_CASE_AS_WRITTEN,
    /** Rights on it are given by the request with which somebody joins. */
    GIVEN_BY_JOINING,
    /** Rights on it are taken by suspending somebody; others are taken one by one beside it. */
    TAKEN_BY_SUSPENDING,
    /** Rights on it can be taken from somebody who is only invited. */
    WITHDRAWABLE,
    /** Its resources hold rights themselves, which pass on to whoever is in them: groups. */
    HOLDS_RIGHTS,
    /** Each of its resources is to keep some administrators. */
    KEEPS_ADMINISTRATORS,
    /** The scope of a job limits by name which of its resources are ours. */
    SCOPED,
    /** What a membership is called is a role's name: several roles can be held in one place. */
    NAMES_A_ROLE,
    /** Whoever holds a right on it is a member of what it lies in, and loses it with that. */
    OF_MEMBERS,
    /** Its groups keep a description, which can be changed. */
    DESCRIBED,
    /** Its groups can get another name. */
    RENAMABLE,
    /** Its groups can be deleted. */
    DELETABLE
  }

  /** Who can hold a right. */
  public enum Holder {
    /** A person. */
    PERSON,
    /** A group, which passes it on. */
    GROUP
  }

  private final int order;
  private final String id;
  private final Noun noun;
  private final Noun right;
  private final Optional<Levels> levels;
  private final Optional<Kind> role;
  private final Optional<Container> container;
  private final Optional<RightsColumn> column;
  private final Set<Holder> holders;
  private final Set<Trait> traits;
  private final String toldApart;

  private Kind(Definition definition) {
    this.order = definition.order;
    this.id = definition.id;
    this.noun = definition.noun;
    this.right = definition.right;
    this.levels = definition.levels;
    this.role = definition.role;
    this.container = definition.container;
    this.column = definition.column;
    this.holders = Set.copyOf(definition.holders);
    this.traits = EnumSet.copyOf(definition.traits);
    this.toldApart = definition.toldApart;
  }

  /**
   * What resources of a kind lie in.
   *
   * @param kind what contains them
   * @param between the text between the two names in a label
   * @param containerFirst whether the container's name stands first in a label
   * @param unreachable what is wrong with a container in which nothing can be changed; {@code %s}
   *     stands for its name
   * @param remedy what would be right then
   */
  public record Container(
      Kind kind, String between, boolean containerFirst, String unreachable, String remedy) {}

  /**
   * Begins a kind.
   *
   * @param order its place among those of the vendor
   * @param id unique among all vendors' kinds, and part of stored formats: {@code vendor:group}
   */
  public static Definition define(int order, String id, Noun noun) {
    return new Definition(order, id, noun);
  }

  /** A kind in the making. */
  public static final class Definition {

    private final int order;
    private final String id;
    private final Noun noun;
    private Noun right;
    private Optional<Levels> levels = Optional.empty();
    private Optional<Kind> role = Optional.empty();
    private Optional<Container> container = Optional.empty();
    private Optional<RightsColumn> column = Optional.empty();
    private Set<Holder> holders = EnumSet.of(Holder.PERSON);
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private String toldApart = "give each a name of its own";

    private Definition(int order, String id, Noun noun) {
      this.order = order;
      this.id = id;
      this.noun = noun;
      this.right = noun;
    }

    /** Somebody holds one of several levels on a resource, not just a membership. */
    public Definition levels(Noun word, Levels known) {
      this.right = word;
      this.levels = Optional.of(known);
      return this;
    }

    /** Each level is a thing by itself that can be made and changed: a role. */
    public Definition eachBeing(Kind role) {
      this.role = Optional.of(role);
      return this;
    }

    /** Its resources lie in others. */
    public Definition within(Container other) {
      this.container = Optional.of(other);
      return this;
    }

    /** How rosters and rules state rights on it. */
    public Definition fedBy(RightsColumn feeding) {
      this.column = Optional.of(feeding);
      return this;
    }

    /** Who can hold rights on it; people alone, unless it is said. */
    public Definition heldBy(Holder... all) {
      this.holders = EnumSet.copyOf(List.of(all));
      return this;
    }

    /** What else holds of it. */
    public Definition with(Trait... more) {
      traits.addAll(List.of(more));
      return this;
    }

    /** What else helps where several have one name. */
    public Definition orToldApart(String otherwise) {
      toldApart = toldApart + ", or " + otherwise;
      return this;
    }

    /** The kind. */
    public Kind build() {
      return new Kind(this);
    }
  }

  /** Unique among all vendors' kinds: {@code vendor:group}. */
  public String id() {
    return id;
  }

  /** Unique among those of its vendor: {@code group}. */
  public String key() {
    return id.substring(id.indexOf(':') + 1);
  }

  /** What a resource is called: {@code environment}. */
  public Noun noun() {
    return noun;
  }

  /** What a right on one is called: {@code environment role}; as the noun where it has no level. */
  public Noun right() {
    return right;
  }

  /** What is known of its levels; empty where a right is just held or not. */
  public Optional<Levels> levels() {
    return levels;
  }

  /** The kind of thing that each of its levels is, where it can be made and changed: roles. */
  public Optional<Kind> role() {
    return role;
  }

  /** What its resources lie in. */
  public Optional<Container> container() {
    return container;
  }

  /** How rosters and rules state rights on it; empty where they cannot. */
  public Optional<RightsColumn> column() {
    return column;
  }

  /** Whether such can hold rights on it. */
  public boolean isHeldBy(Holder holder) {
    return holders.contains(holder);
  }

  /** What is to be done where several have one name. */
  public String toldApart() {
    return toldApart;
  }

  /** Whether this holds of it. */
  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** A name of a resource as it is matched. */
  String canonical(String name) {
    String tidy = Naming.tidy(name);
    return is(Trait.ANY_CASE) ? tidy.toLowerCase(Locale.ROOT) : tidy;
  }

  /** A canonical name as it is compared. */
  String compared(String name) {
    return is(Trait.ANY_CASE_AS_WRITTEN) ? name.toLowerCase(Locale.ROOT) : name;
  }

  @Override
  public int compareTo(Kind other) {
    return Integer.compare(order, other.order);
  }

  @Override
  public String toString() {
    return id;
  }
}
