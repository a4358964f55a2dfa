package dev.rollcall.model;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People, groups and roles: the one type for the desired and for the actual side. Immutable,
 * sorted, and without origins, so that two rosters from different places compare.
 */
public final class Roster {

  /** Nobody and nothing. */
  public static final Roster EMPTY = of(List.of(), List.of());

  /** By address. Few are looked up, so there is no map of them, which would be large. */
  private final List<Member> people;

  private final Map<Resource, Group> groups;
  private final SortedMap<Resource, Definition> roles;
  private volatile Optional<Set<Entitlement>> rights = Optional.empty();

  private Roster(
      List<Member> people, Map<Resource, Group> groups, Map<Resource, Definition> roles) {
    this.people = people;
    this.groups = groups;
    this.roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
  }

  /**
   * A roster of these people and groups, in any order.
   *
   * @throws IllegalStateException where an address or a group name occurs twice
   */
  public static Roster of(Collection<Member> people, Collection<Group> groups) {
    Member[] given = people.toArray(Member[]::new);
    Member[] sorted = isInOrder(given) ? given : sorted(given);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i].email().equals(sorted[i - 1].email())) {
        throw new IllegalStateException(sorted[i].email() + " occurs twice");
      }
    }
    return new Roster(List.of(sorted), byName(groups), Map.of());
  }

  private static boolean isInOrder(Member[] people) {
    for (int i = 1; i < people.length; i++) {
      if (people[i].email().compareTo(people[i - 1].email()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Member[] sorted(Member[] people) {
    AddressSort addresses = new AddressSort();
    for (Member person : people) {
      addresses.add(person.email());
    }
    int[] order =
        addresses.sorted((one, other) -> people[one].email().compareTo(people[other].email()));
    Member[] sorted = new Member[people.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = people[order[i]];
    }
    return sorted;
  }

  private static Map<Resource, Group> byName(Collection<Group> groups) {
    return groups.stream()
        .collect(
            toMap(
                Group::resource,
                group -> group,
                (one, two) -> {
                  throw new IllegalStateException("group " + one.name() + " occurs twice");
                },
                TreeMap::new));
  }

  /**
   * The same people with these groups instead, and nothing said of roles.
   *
   * @throws IllegalStateException where a group name occurs twice
   */
  public Roster grouped(Collection<Group> instead) {
    return new Roster(people, byName(instead), Map.of());
  }

  /** The same with what these roles let people do. */
  public Roster defining(Map<Resource, Definition> all) {
    return all.equals(roles) ? this : new Roster(people, groups, all);
  }

  /** Everybody, by address. */
  public List<Member> people() {
    return people;
  }

  /** The person with this address. */
  public Optional<Member> person(Email email) {
    int from = 0;
    int to = people.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      Member there = people.get(middle);
      int order = there.email().compareTo(email);
      if (order == 0) {
        return Optional.of(there);
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle - 1;
    }
    return Optional.empty();
  }

  /** All that any of the people or groups hold; many hold the same. */
  public Set<Entitlement> rights() {
    Set<Entitlement> known = rights.orElseGet(this::gathered);
    rights = Optional.of(known);
    return known;
  }

  private Set<Entitlement> gathered() {
    Set<Entitlement> all = new HashSet<>();
    for (Member person : people) {
      all.addAll(person.entitlements());
    }
    for (Group group : groups.values()) {
      all.addAll(group.rights());
    }
    return Collections.unmodifiableSet(all);
  }

  /** All groups, in order. */
  public Collection<Group> groups() {
    return groups.values();
  }

  /** The group that is this resource. */
  public Optional<Group> group(Resource resource) {
    return Optional.ofNullable(groups.get(resource));
  }

  /** What roles let people do, as far as that was read. */
  public SortedMap<Resource, Definition> roles() {
    return roles;
  }

  /** What a group or a role is like; empty where it is not there, or was not read. */
  public Optional<Definition> definition(Resource resource) {
    return group(resource)
        .map(group -> new Definition(group.description()))
        .or(() -> Optional.ofNullable(roles.get(resource)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Roster roster
        && people.equals(roster.people)
        && groups.equals(roster.groups)
        && roles.equals(roster.roles);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * people.hashCode() + groups.hashCode()) + roles.hashCode();
  }

  @Override
  public String toString() {
    return people.size() + " people, " + groups.size() + " groups";
  }
}
