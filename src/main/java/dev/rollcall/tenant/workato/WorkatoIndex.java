package dev.rollcall.tenant.workato;

import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Naming;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.tenant.careful.ListSize;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.PersonRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The index from names to ids, as last read, whatever the blanks in them. Thread-safe. Ids never
 * leave this package.
 */
final class WorkatoIndex {

  private record Place(String project, Environment environment) {
    private Place {
      project = Naming.tidy(project);
    }
  }

  private static final ListSize NOTHING = new ListSize(0, WorkatoApi.PAGE);

  private volatile Map<Email, Id> members = new ConcurrentHashMap<>();
  private volatile Map<Id, Email> emails = new ConcurrentHashMap<>();
  private volatile Map<Id, Map<String, String>> roles = new ConcurrentHashMap<>();
  private volatile Roster actual = Roster.EMPTY;
  private volatile boolean redefined;
  private final Map<String, Id> groups = new ConcurrentHashMap<>();
  private final Map<Id, String> groupNames = new ConcurrentHashMap<>();
  private final Set<String> builtIn = ConcurrentHashMap.newKeySet();
  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private final Map<String, String> created = new ConcurrentHashMap<>();
  private final Map<String, String> environmentRoles = new ConcurrentHashMap<>();
  private final Map<String, Id> environmentRoleIds = new ConcurrentHashMap<>();
  private final Map<String, ListSize> groupSizes = new ConcurrentHashMap<>();
  private final Map<Place, ListSize> grantSizes = new ConcurrentHashMap<>();
  private final Map<String, Id> projectRoles = new ConcurrentHashMap<>();
  private final Map<Place, Id> projects = new ConcurrentHashMap<>();
  private final Map<Place, Map<Assignee, Id>> grants = new ConcurrentHashMap<>();

  /** Replaces all members, foreign ones included. */
  void members(Collection<ActualMember> read) {
    Map<Email, Id> byEmail = new ConcurrentHashMap<>(2 * read.size());
    Map<Id, Email> byId = new ConcurrentHashMap<>(2 * read.size());
    Map<Id, Map<String, String>> rolesById = new ConcurrentHashMap<>(2 * read.size());
    // Thousands share a few combinations of roles, which are the same lists.
    Map<List<Entitlement>, Map<String, String>> shared = new IdentityHashMap<>();
    for (ActualMember member : read) {
      member.email().ifPresent(email -> byEmail.putIfAbsent(email, member.id()));
      member.email().ifPresent(email -> byId.put(member.id(), email));
      rolesById.put(member.id(), shared.computeIfAbsent(member.roles(), WorkatoIndex::byName));
    }
    members = byEmail;
    emails = byId;
    roles = rolesById;
  }

  private static Map<String, String> byName(List<Entitlement> held) {
    Map<String, String> roles = new HashMap<>();
    held.forEach(role -> roles.put(role.on().name(), role.role()));
    return Map.copyOf(roles);
  }

  /** The roles that a member was last seen to hold, by environment. */
  Map<String, String> rolesOf(Id member) {
    return roles.getOrDefault(member, Map.of());
  }

  /** A member holds these roles now. */
  void roles(Id member, Map<String, String> held) {
    roles.put(member, Map.copyOf(held));
  }

  /** What people of ours hold, as last read. */
  void actual(Roster read) {
    actual = read;
  }

  /** What somebody was seen to hold a right of a kind on. */
  List<Resource> seenOn(Email email, Kind kind) {
    return actual.person(email).stream()
        .flatMap(person -> person.of(kind).stream())
        .map(Entitlement::on)
        .toList();
  }

  /** What a group of ours was last seen to hold. */
  List<Resource> seenOn(String group) {
    return actual.group(WorkatoVocabulary.group(group)).stream()
        .flatMap(each -> each.rights().stream())
        .map(Entitlement::on)
        .toList();
  }

  /** This process gives a member a right of a kind. */
  void giving(Id member, Kind kind) {
    given.add(kind + " " + member.text());
  }

  /** Whether a member was seen to hold a right of a kind, or was given one by this process. */
  boolean mayHold(Email email, Id member, Kind kind) {
    return given.contains(kind + " " + member.text()) || !seenOn(email, kind).isEmpty();
  }

  Optional<Id> member(Email email) {
    return Optional.ofNullable(members.get(email));
  }

  /** Somebody who turned out to be a member meanwhile. */
  void member(Email email, ActualMember found) {
    members.put(email, found.id());
    emails.put(found.id(), email);
    roles.put(found.id(), byName(found.roles()));
  }

  /** The address behind a member's id. */
  Optional<Email> email(Id id) {
    return Optional.ofNullable(emails.get(id));
  }

  /**
   * The member behind a row: by address, which pending invitees have as well, else by id. Where
   * both say the same, as they nearly always do, no address need be parsed.
   */
  Optional<Email> person(PersonRow row) {
    Optional<Email> byId = email(row.id());
    if (isWritten(byId, row)) {
      return byId;
    }
    Optional<Email> byAddress = CompleteLists.email(row.email());
    return byAddress.isPresent() ? byAddress.filter(email -> member(email).isPresent()) : byId;
  }

  /** Whether a row has the id of a member, and the address that goes with it. */
  boolean isWhoItSays(PersonRow row) {
    return isWritten(email(row.id()), row);
  }

  private static boolean isWritten(Optional<Email> email, PersonRow row) {
    return email.isPresent() && email.get().address().equals(row.email());
  }

  /** A group that this process created; {@link #group(String, Id)} is told by itself. */
  void created(String name, String description, Id id) {
    group(name, id);
    created.put(Naming.tidy(name), description);
    groupSizes.put(Naming.tidy(name), NOTHING);
  }

  /** The groups created here since names were read, with their descriptions. */
  Map<String, String> created() {
    return Map.copyOf(created);
  }

  /** How many a group holds, pending ones included. */
  void groupSize(String name, ListSize size) {
    groupSizes.put(Naming.tidy(name), size);
  }

  /** The same as last read; nothing where it was not. */
  ListSize groupSize(String name) {
    return groupSizes.getOrDefault(Naming.tidy(name), NOTHING);
  }

  void group(String name, Id id) {
    groups.put(Naming.tidy(name), id);
    groupNames.put(id, Naming.tidy(name));
  }

  /** A group that is to get another name: it is this one by either, until names are read again. */
  void alias(String old, String name, Id id) {
    groups.put(Naming.tidy(name), id);
    groupSizes.putIfAbsent(Naming.tidy(name), groupSize(old));
  }

  /** A group of the vendor's own, which is never changed. */
  void builtIn(String name) {
    builtIn.add(Naming.tidy(name));
  }

  /** All groups that can be changed. */
  Map<String, Id> groups() {
    Map<String, Id> own = new TreeMap<>(groups);
    own.keySet().removeAll(builtIn);
    return own;
  }

  /** Whether the members of some group were not read. */
  boolean hasUnreadGroups() {
    return !groupSizes.keySet().containsAll(groups().keySet());
  }

  /** Whether the grants of some project were not read. */
  boolean hasUnreadProjects() {
    return !grantSizes.keySet().containsAll(projects.keySet());
  }

  Optional<Id> group(String name) {
    return Optional.ofNullable(groups.get(Naming.tidy(name)));
  }

  /** The name behind a group's id, as it is matched. */
  Optional<String> groupName(Id id) {
    return Optional.ofNullable(groupNames.get(id));
  }

  /** An environment role, as the workspace spells it: requests name it, and not by an id. */
  void environmentRole(String name, Id id) {
    environmentRoles.put(Naming.tidy(name), name);
    environmentRoleIds.put(Naming.tidy(name), id);
  }

  /** A role of a kind that was found, made or renamed. */
  void role(RoleKind kind, String name, Id id) {
    switch (kind) {
      case ENVIRONMENT -> environmentRole(name, id);
      case PROJECT -> projectRole(name, id);
    }
  }

  /** The id of a role by itself; empty where there is none of this name that has one. */
  Optional<Id> role(RoleKind kind, String name) {
    return switch (kind) {
      case ENVIRONMENT ->
          Optional.ofNullable(environmentRoleIds.get(Naming.tidy(name))).filter(Id::exists);
      case PROJECT -> projectRole(name);
    };
  }

  /** How many roles of a kind there are. */
  int roles(RoleKind kind) {
    return kind == RoleKind.ENVIRONMENT ? environmentRoles.size() : projectRoles.size();
  }

  /** How many projects an environment has. */
  int projects(Environment environment) {
    return (int)
        projects.keySet().stream().filter(place -> place.environment().equals(environment)).count();
  }

  /** This process makes, changes or deletes groups or roles: names are to be read again. */
  void redefining() {
    redefined = true;
  }

  /** Whether names that were read may not be those that are there. */
  boolean isRedefined() {
    return redefined;
  }

  /** The same right with its level as the workspace offers it; itself where it offers none. */
  Entitlement asOffered(Entitlement right) {
    Optional<String> level = right.level();
    return level.isEmpty() ? right : asOffered(right, level.get());
  }

  private Entitlement asOffered(Entitlement right, String level) {
    Set<String> offered =
        right.kind() == WorkatoVocabulary.ENVIRONMENT
            ? environmentRoles.keySet()
            : projectRoles.keySet();
    return offered.contains(level)
        ? right
        : WorkatoVocabulary.likeOne(level, offered).map(right.on()::at).orElse(right);
  }

  /** The role as the workspace spells it; the name itself where it has none like that. */
  String spelled(String role) {
    return environmentRoles.getOrDefault(Naming.tidy(role), role);
  }

  void projectRole(String name, Id id) {
    projectRoles.put(Naming.tidy(name), id);
  }

  /** A role on projects of this name, or of one that is read as the same. */
  Optional<Id> projectRole(String name) {
    return Optional.ofNullable(projectRoles.get(Naming.tidy(name)));
  }

  void project(String name, Environment environment, Id id) {
    projects.put(new Place(name, environment), id);
  }

  Optional<Id> project(String name, Environment environment) {
    return Optional.ofNullable(projects.get(new Place(name, environment)));
  }

  /** Where the grants of a project are that has its name alone. */
  Optional<GrantLocation> location(String name, Environment environment) {
    return project(name, environment)
        .map(id -> new GrantLocation(Naming.tidy(name), environment, id));
  }

  /** Replaces what is known of one project's grants. */
  void grants(String project, Environment environment, Map<Assignee, Id> held, ListSize size) {
    grants.put(new Place(project, environment), new ConcurrentHashMap<>(held));
    grantSizes.put(new Place(project, environment), size);
  }

  /** How many grants a project has, as last read; none where they were not. */
  ListSize grantSize(String project, Environment environment) {
    return grantSizes.getOrDefault(new Place(project, environment), NOTHING);
  }

  /** The project with the fewest grants, of those that have so many as were last read. */
  Optional<GrantLocation> smallestGrants(int fewest, int most) {
    return grantSizes.entrySet().stream()
        .filter(each -> each.getValue().rows() >= fewest && each.getValue().rows() <= most)
        .min(Comparator.comparingInt(each -> each.getValue().rows()))
        .map(Map.Entry::getKey)
        .flatMap(place -> location(place.project(), place.environment()));
  }

  /** The environments that have a project of this name, and one only. */
  Set<Environment> environmentsOf(String project) {
    return projects.keySet().stream()
        .filter(place -> place.project().equals(Naming.tidy(project)))
        .map(Place::environment)
        .collect(toSet());
  }

  Optional<Id> grant(String project, Environment environment, Assignee assignee) {
    return Optional.ofNullable(
        grants.getOrDefault(new Place(project, environment), Map.of()).get(assignee));
  }

  /** Forgets all names, before they are read again. */
  void clear() {
    groups.clear();
    groupNames.clear();
    builtIn.clear();
    created.clear();
    groupSizes.clear();
    environmentRoles.clear();
    environmentRoleIds.clear();
    redefined = false;
    grantSizes.clear();
    projectRoles.clear();
    projects.clear();
    grants.clear();
  }
}
