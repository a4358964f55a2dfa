package dev.rollcall.sandbox.workiva;

import dev.rollcall.sandbox.Behaviour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that an organization holds, as it is kept in a file. Changed within the lock of the stand-in
 * alone.
 *
 * @param organization its name by its id
 * @param scopes what the client's tokens are good for
 * @param roles the names of the organization's roles by id
 * @param people by id, those of other organizations included that are not ours yet
 * @param held the ids of organization roles that somebody holds, by their own id
 * @param elsewhere the ids of people who are not in this organization
 * @param operations by id
 * @param mails addresses to which something was sent
 * @param switches those that were turned
 * @param counters the last number of each sort of id, and the clock's offset in milliseconds
 */
record OrganizationState(
    Named organization,
    Client client,
    List<String> scopes,
    Map<String, String> roles,
    Map<String, Person> people,
    Map<String, Set<String>> held,
    Set<String> elsewhere,
    Map<String, Space> spaces,
    Map<String, Sheet> files,
    Map<String, Work> operations,
    List<String> mails,
    Map<String, String> switches,
    Map<String, Long> counters) {

  /** Something with a name. */
  record Named(String id, String name) {}

  /** Who may ask. */
  record Client(String id, String secret) {}

  /**
   * A user.
   *
   * @param foreign whether another organization's, so that this one cannot change it
   */
  record Person(
      String id,
      String username,
      String givenName,
      String familyName,
      String displayName,
      String email,
      String status,
      boolean foreign) {

    boolean mayNotSignIn() {
      return status.equals("suspended");
    }
  }

  /** A workspace. */
  record Space(
      String id,
      String name,
      Map<String, String> roles,
      Map<String, Seat> seats,
      Map<String, Circle> circles) {

    Optional<Seat> seatOf(String person) {
      return seats.values().stream().filter(seat -> seat.person().equals(person)).findFirst();
    }
  }

  /** A membership. */
  record Seat(String id, String person, Set<String> roles) {}

  /** A group. */
  record Circle(String id, String name, Set<String> members) {

    /** The one in which everybody is. */
    boolean holdsEverybody() {
      return name.equals(EVERYBODY);
    }
  }

  /** A file of some family with the permission of each principal. */
  record Sheet(String id, String family, String name, Map<String, String> permissions) {}

  /**
   * What goes on for a while.
   *
   * @param subject whose roles: a user or a membership
   * @param left how often it says that it has not ended
   * @param done whether it has taken effect
   */
  record Work(
      String id,
      String subject,
      boolean gives,
      List<String> roles,
      int left,
      boolean done,
      String end,
      List<String> details) {}

  /** The group of a workspace that nobody changes. */
  static final String EVERYBODY = "All Users";

  /** The names of permissions, by id. */
  static final Map<String, String> PERMISSIONS = permissions();

  private static Map<String, String> permissions() {
    Map<String, String> byId = new LinkedHashMap<>();
    int number = 1;
    for (String name : List.of("Viewer", "Editor", "Owner", "None")) {
      byId.put("0b7e5a00-0000-4000-8000-00000000000" + number++, name);
    }
    return byId;
  }

  /** One with nothing in it. */
  static OrganizationState empty(Named organization, Client client, List<String> scopes) {
    return new OrganizationState(
        organization,
        client,
        List.copyOf(scopes),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashSet<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new ArrayList<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  /** The next number of a sort. */
  long next(String sort) {
    return counters.merge(sort, 1L, Long::sum);
  }

  /** How it behaves now. */
  private Behaviour<OrganizationSwitch> behaviour() {
    return Behaviour.assumed(OrganizationSwitch.class).with(switches);
  }

  /** Turns switches, named by their keys, where all are known. */
  void turn(Map<String, String> byKey) {
    switches.putAll(behaviour().with(byKey).turned());
  }

  /** The position of a switch. */
  String of(OrganizationSwitch which) {
    return behaviour().of(which);
  }

  /** Whether a switch is in this position, which it has. */
  boolean is(OrganizationSwitch which, String position) {
    return behaviour().is(which, position);
  }

  /** Somebody of this organization. */
  Optional<Person> person(String id) {
    return elsewhere.contains(id) ? Optional.empty() : Optional.ofNullable(people.get(id));
  }

  /** The roles that somebody holds in the organization. */
  Set<String> rolesOf(String person) {
    return held.computeIfAbsent(person, id -> new LinkedHashSet<>());
  }
}
