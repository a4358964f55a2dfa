package dev.rollcall.tenant.scim;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.tenant.TenantUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The reader of a service provider: into a snapshot, and into the index on the way. */
final class ScimReader {

  private final ScimContext context;
  private final ScimIndex index;
  private volatile Optional<Reading> last = Optional.empty();

  ScimReader(ScimContext context) {
    this.context = context;
    this.index = context.index();
  }

  /** What a snapshot was made from. */
  private record Reading(int users, OfferedGroups groups, MemberReading members) {}

  /** Everything in scope. */
  Snapshot snapshot(Scope scope) {
    int users = readUsers();
    OfferedGroups groups = readGroups();
    MemberReading members = new MemberReading(context, scope::covers);
    members.read(usable(groups, scope::covers));
    Reading reading = new Reading(users, groups, members);
    last = Optional.of(reading);
    return snapshot(reading, scope, scope::covers);
  }

  /** The same snapshot with what is not in its scope. */
  Snapshot beyond(Scope scope) {
    Reading reading = last.orElseThrow();
    reading.members().read(usable(reading.groups(), resource -> !scope.covers(resource)));
    return snapshot(reading, scope, resource -> true);
  }

  private Snapshot snapshot(Reading reading, Scope scope, Predicate<Resource> read) {
    Roster actual = roster(reading, scope, read);
    SortedSet<Resource> incomplete = new TreeSet<>(reading.members().unread());
    reading.groups().ambiguous().stream().filter(read).forEach(incomplete::add);
    return new Snapshot(
        actual,
        new OfferedNames(context).catalogue(reading.groups()),
        Optional.empty(),
        reading.users() - actual.people().size(),
        reading.users(),
        incomplete,
        true,
        Set.of());
  }

  /** Users and groups in scope again; names as they were. */
  Roster readBack(Scope touched) {
    int users = readUsers();
    OfferedGroups groups = readGroups();
    MemberReading members = new MemberReading(context, touched::covers);
    members.read(usable(groups, touched::covers));
    if (!members.unread().isEmpty()) {
      throw new TenantUnavailable(
          "could not be read back whole: " + String.join(", ", names(members.unread())));
    }
    Reading reading = new Reading(users, groups, members);
    last = last.isPresent() ? last : Optional.of(reading);
    return roster(reading, touched, touched::covers);
  }

  private static List<String> names(Collection<Resource> resources) {
    return resources.stream().map(each -> "\"" + each + "\"").toList();
  }

  /** Makes sure that names can be turned into ids, reading them where nothing was read yet. */
  synchronized void prepare() {
    if (last.isEmpty()) {
      int users = readUsers();
      OfferedGroups groups = readGroups();
      last = Optional.of(new Reading(users, groups, new MemberReading(context, email -> true)));
    }
  }

  /** What there is to say of how it was understood. */
  List<String> remarks() {
    return last.stream()
        .flatMap(
            reading ->
                Stream.concat(
                    reading.groups().remark().stream(), reading.members().remarks().stream()))
        .toList();
  }

  private int readUsers() {
    List<ScimUser> users = context.lookups().users();
    index.users(users);
    return users.size();
  }

  private OfferedGroups readGroups() {
    OfferedGroups groups = context.groups();
    index.groups(groups.usable());
    return groups;
  }

  private static Map<Resource, ScimGroup> usable(OfferedGroups groups, Predicate<Resource> wanted) {
    Map<Resource, ScimGroup> usable = new TreeMap<>(groups.usable());
    usable.keySet().removeIf(resource -> !wanted.test(resource));
    return usable;
  }

  private Roster roster(Reading reading, Scope scope, Predicate<Resource> read) {
    Map<Email, List<Entitlement>> held = new HashMap<>();
    List<Group> groups = new ArrayList<>();
    Map<Resource, Definition> others = new HashMap<>();
    for (Resource resource : reading.groups().resources()) {
      if (read.test(resource)) {
        if (resource.kind() == ScimVocabulary.GROUP) {
          groups.add(new Group(resource, "", List.of()));
        } else {
          others.put(resource, new Definition(""));
        }
        Entitlement membership = resource.membership();
        members(resource).forEach(email -> hold(held, email, membership));
      }
    }
    List<Member> people = new ArrayList<>();
    for (ScimUser user : index.users()) {
      user.email().filter(scope::covers).ifPresent(email -> people.add(person(email, user, held)));
    }
    return Roster.of(people, groups).defining(others);
  }

  private List<Email> members(Resource resource) {
    return index.group(resource).stream()
        .flatMap(group -> index.members(group.id()).stream())
        .flatMap(user -> index.email(user).stream())
        .toList();
  }

  private static void hold(Map<Email, List<Entitlement>> held, Email email, Entitlement right) {
    held.computeIfAbsent(email, key -> new ArrayList<>(4)).add(right);
  }

  private Member person(Email email, ScimUser user, Map<Email, List<Entitlement>> held) {
    List<Entitlement> all = new ArrayList<>(user.roles());
    all.addAll(held.getOrDefault(email, List.of()));
    return Member.of(email, user.name(), user.isActive() ? Status.ACTIVE : Status.SUSPENDED, all)
        .called(context.profile(user));
  }
}
