package dev.rollcall.plan;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.rollcall.model.Declaration;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of groups and roles that a plan brings about, by giving them to what has another name
 * or by making what has none. Everything else is compared as if that was done: whoever is in a
 * group that gets another name is in it under that name, before and after.
 *
 * @param renamed new names by those of now
 * @param made roles that are made, and what is made because somebody needs it
 * @param kept names that stay, though something was to have another, or to be gone: nothing is
 *     changed there
 * @param withheld new names that do not come about, because an old one stays
 */
public record PlannedNames(
    SortedMap<Resource, Resource> renamed,
    Set<Resource> made,
    Set<Resource> kept,
    Set<Resource> withheld) {

  /** All stays as it is. */
  public static final PlannedNames NONE =
      new PlannedNames(new TreeMap<>(), Set.of(), Set.of(), Set.of());

  /** Copies. */
  public PlannedNames {
    renamed = new TreeMap<>(renamed);
    made = Set.copyOf(made);
    kept = Set.copyOf(kept);
    withheld = Set.copyOf(withheld);
  }

  /** Those that are still to come about where these are still to be done. */
  public static PlannedNames of(Collection<Operation> operations) {
    SortedMap<Resource, Resource> renamed = new TreeMap<>();
    for (Operation operation : operations) {
      switch (operation.verb()) {
        case DEFINE -> {
          Operation.Define define = (Operation.Define) operation;
          define.was().ifPresent(was -> renamed.put(was, define.resource()));
        }
        case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE, UNDEFINE -> {}
      }
    }
    return new PlannedNames(renamed, Set.of(), Set.of(), Set.of());
  }

  /**
   * Those of a job in a workspace as it was read.
   *
   * @param changes whether anything may be made or changed at all
   */
  static PlannedNames of(PlanInput read, Scope scope, boolean changes) {
    SortedMap<Resource, Resource> renamed = new TreeMap<>();
    Set<Resource> made = new HashSet<>();
    Set<Resource> kept = new HashSet<>();
    Set<Resource> withheld = new HashSet<>();
    for (Declaration declared : read.desired().declarations()) {
      Resource name = declared.resource();
      List<Resource> old = present(declared.was(), read.snapshot().catalogue());
      boolean isThere = isThere(name, read.snapshot().catalogue());
      if (declared.isAbsent() && !mayGo(name, read)) {
        kept.add(name);
      }
      if (declared.isAbsent() || old.isEmpty() && isThere) {
        continue;
      }
      if (!isThere && old.size() == 1 && changes && isOurs(old.get(0), name, scope, read)) {
        renamed.put(old.get(0), name);
      } else if (!old.isEmpty()) {
        kept.addAll(old);
        if (!isThere) {
          withheld.add(name);
        }
      } else if (changes && isRole(name, read) && isMadeOfSomething(declared)) {
        made.add(name);
      }
    }
    return new PlannedNames(renamed, made, kept, withheld);
  }

  /** The same with more that is made. */
  PlannedNames making(Set<Resource> more) {
    Set<Resource> all = new HashSet<>(made);
    all.addAll(more);
    return new PlannedNames(renamed, all, kept, withheld);
  }

  /** Nobody is taken out of a group that would not be deleted in the end. */
  private static boolean mayGo(Resource name, PlanInput read) {
    return !name.kind().is(Kind.Trait.HOLDS_RIGHTS) || read.history().made().contains(name);
  }

  /** Those of several names that something has now, as it has them. */
  static List<Resource> present(Collection<Resource> names, Catalogue catalogue) {
    return names.stream()
        .filter(name -> isThere(name, catalogue))
        .map(name -> asWritten(name, catalogue))
        .sorted()
        .distinct()
        .toList();
  }

  private static Resource asWritten(Resource name, Catalogue catalogue) {
    return catalogue.of(name.kind()).resources().stream()
        .filter(name::equals)
        .findFirst()
        .orElse(name);
  }

  private static boolean isThere(Resource name, Catalogue catalogue) {
    return catalogue.has(name) || catalogue.isBuiltIn(name);
  }

  private static boolean isOurs(Resource old, Resource name, Scope scope, PlanInput read) {
    Catalogue catalogue = read.snapshot().catalogue();
    return catalogue.has(old)
        && catalogue.isUsable(old)
        && !read.snapshot().incomplete().contains(old)
        && isManaged(old, scope)
        && isManaged(name, scope);
  }

  /** Whether a group or role is ours by its name. */
  static boolean isManaged(Resource name, Scope scope) {
    return scope.covers(name) && !scope.isByIdentityProvider(name);
  }

  private static boolean isMadeOfSomething(Declaration declared) {
    return declared.config().isPresent() || declared.copyOf().isPresent();
  }

  private static boolean isRole(Resource name, PlanInput read) {
    return read.snapshot().vocabulary().roles().contains(name.kind());
  }

  /** What gives all their old names back. */
  PlannedNames undone() {
    SortedMap<Resource, Resource> back = new TreeMap<>();
    renamed.forEach((old, name) -> back.put(name, old));
    return new PlannedNames(back, Set.of(), Set.of(), Set.of());
  }

  /** A situation as it is once all of them came about. */
  public PlanInput in(PlanInput read) {
    Snapshot snapshot = read.snapshot();
    return new PlanInput(
        read.job(),
        read.workspace(),
        read.desired(),
        new Snapshot(
            in(snapshot.actual()),
            in(snapshot.catalogue()),
            snapshot.owner(),
            snapshot.foreign(),
            snapshot.members(),
            snapshot.incomplete().stream().map(this::name).collect(toCollection(TreeSet::new)),
            snapshot.remembersInvitations(),
            snapshot.unconfirmed(),
            byName(snapshot.holders())),
        invitations(read),
        read.history(),
        read.now(),
        this);
  }

  /** What an invitation asked for may have got another name since. */
  private Invitations invitations(PlanInput read) {
    PlannedNames known = andThoseThatCameAbout(read);
    if (known.renamed.isEmpty()) {
      return read.invitations();
    }
    Map<Email, Invitation> mapped = new HashMap<>();
    read.invitations()
        .byEmail()
        .forEach((email, each) -> mapped.put(email, each.asking(known.in(each.rights()))));
    return read.invitations().with(mapped);
  }

  private PlannedNames andThoseThatCameAbout(PlanInput read) {
    SortedMap<Resource, Resource> all = new TreeMap<>(renamed);
    Catalogue catalogue = read.snapshot().catalogue();
    for (Declaration declared : read.desired().declarations()) {
      if (isThere(declared.resource(), catalogue)) {
        declared.was().stream()
            .filter(old -> !isThere(old, catalogue))
            .forEach(old -> all.put(old, declared.resource()));
      }
    }
    return new PlannedNames(all, Set.of(), Set.of(), Set.of());
  }

  /**
   * Which sides of a roster an operation is judged by: what makes or renames something by what is
   * there, all else by the names that come about.
   */
  public Roster seenBy(Operation operation, Roster actual) {
    return switch (operation.verb()) {
      case DEFINE, UNDEFINE -> actual;
      case JOIN, SET, PROFILE, SUSPEND, REINSTATE, WITHDRAW, REMOVE -> in(actual);
    };
  }

  /** A roster by the names that come about; where both names are there, nothing gets another. */
  public Roster in(Roster actual) {
    PlannedNames open = stillOpen(actual);
    return open.renamed.isEmpty() ? actual : open.mapped(actual);
  }

  private PlannedNames stillOpen(Roster actual) {
    SortedMap<Resource, Resource> open = new TreeMap<>(renamed);
    open.values().removeIf(name -> actual.definition(name).isPresent());
    return new PlannedNames(open, made, kept, withheld);
  }

  private Roster mapped(Roster actual) {
    List<Member> people =
        actual.people().stream()
            .map(
                person ->
                    new Member(
                        person.email(),
                        person.name(),
                        person.status(),
                        in(person.entitlements()),
                        person.ownProfile()))
            .toList();
    List<Group> groups =
        actual.groups().stream()
            .map(
                group -> new Group(name(group.resource()), group.description(), in(group.rights())))
            .toList();
    Map<Resource, Definition> roles = byName(actual.roles());
    return Roster.of(people, groups).defining(roles);
  }

  private List<Entitlement> in(List<Entitlement> rights) {
    return rights.stream().map(this::in).toList();
  }

  private Entitlement in(Entitlement right) {
    Entitlement named =
        renamed.containsKey(right.on()) ? new Entitlement(name(right.on()), right.level()) : right;
    return named
        .roleItself()
        .flatMap(role -> Optional.ofNullable(renamed.get(role)))
        .map(role -> named.on().at(role.name()))
        .orElse(named);
  }

  private Resource name(Resource now) {
    return renamed.getOrDefault(now, now);
  }

  private <T> Map<Resource, T> byName(Map<Resource, T> all) {
    Map<Resource, T> named = new HashMap<>();
    all.forEach((resource, each) -> named.put(name(resource), each));
    return named;
  }

  private Catalogue in(Catalogue catalogue) {
    SortedMap<Kind, Catalogue.Section> kinds = new TreeMap<>();
    catalogue.kinds().forEach((kind, section) -> kinds.put(kind, in(kind, section)));
    return new Catalogue(catalogue.vocabulary(), kinds, catalogue.spelled(), catalogue.making());
  }

  private Catalogue.Section in(Kind kind, Catalogue.Section section) {
    Set<Resource> resources = section.resources().stream().map(this::name).collect(toSet());
    made.stream().filter(each -> each.kind() == kind).forEach(resources::add);
    Set<Resource> within = new HashSet<>(section.within());
    made.stream().filter(each -> isOuter(each, kind)).forEach(within::add);
    Set<String> levels = new HashSet<>(section.levels());
    kind.role()
        .ifPresent(
            role -> {
              renamed.keySet().stream()
                  .filter(old -> old.kind() == role)
                  .forEach(old -> levels.remove(old.name()));
              renamed.values().stream()
                  .filter(name -> name.kind() == role)
                  .forEach(name -> levels.add(name.name()));
              made.stream()
                  .filter(name -> name.kind() == role)
                  .forEach(name -> levels.add(name.name()));
            });
    return new Catalogue.Section(resources, section.builtIn(), section.ambiguous(), levels, within);
  }

  private static boolean isOuter(Resource resource, Kind kind) {
    return kind.container().filter(outer -> outer.kind() == resource.kind()).isPresent();
  }
}
