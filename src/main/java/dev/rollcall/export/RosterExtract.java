package dev.rollcall.export;

import static java.util.stream.Collectors.toCollection;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Problem;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Scope;
import dev.rollcall.plan.Snapshot;
import dev.rollcall.report.roster.RosterColumns;
import dev.rollcall.source.columns.Destination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Takes out of a snapshot what a roster can say. A name of which something cannot be said is left
 * out everywhere, so that nobody mentions it and no plan touches it.
 */
final class RosterExtract {

  /** A name that a scope would cover, wherever things of that name lie; else the thing itself. */
  private record Name(Kind kind, Optional<Resource> within, String name) {
    Name(Resource resource) {
      this(
          resource.kind(),
          isScoped(resource) ? Optional.empty() : resource.container(),
          resource.name());
    }

    static boolean isScoped(Resource resource) {
      return resource.kind().is(Kind.Trait.SCOPED);
    }
  }

  private final Scope scope;
  private final Snapshot snapshot;
  private final Destination destination;
  private final Sayable sayable;
  private final Map<Name, Problem> unsayable = new HashMap<>();
  private final Map<Entitlement, Integer> unsaid = new TreeMap<>();
  private boolean whole = true;

  RosterExtract(Scope scope, Snapshot snapshot, Destination destination) {
    this.scope = scope;
    this.snapshot = snapshot;
    this.destination = destination;
    this.sayable = new Sayable(snapshot);
  }

  ExportedRoster make() {
    snapshot.incomplete().forEach(this::judge);
    // Of several of one name, nobody has read who holds what.
    lists().stream()
        .flatMap(kind -> snapshot.catalogue().of(kind).ambiguous().stream())
        .filter(scope::covers)
        .forEach(this::judge);
    snapshot.actual().groups().forEach(this::judge);
    snapshot.actual().people().stream()
        .flatMap(person -> person.entitlements().stream())
        .forEach(this::judge);
    Map<Email, Problem> lookAlikes = LookAlikeAddresses.among(snapshot.actual().people());
    List<Member> people =
        snapshot.actual().people().stream()
            .filter(person -> !lookAlikes.containsKey(person.email()))
            .filter(person -> !isMarked(person))
            .map(this::sayable)
            .toList();
    return new ExportedRoster(
        new RosterColumns(destination.places(), lists()),
        people,
        groups(),
        unsaid.keySet(),
        Stream.of(lookAlikes.values().stream(), unsayable.values().stream(), levels(), suspended())
            .flatMap(each -> each)
            .sorted(Comparator.comparing(Problem::toString))
            .toList(),
        whole,
        unreachable());
  }

  /** Whoever stands in a roster is to come back, and a mark says that somebody is not to. */
  private boolean isMarked(Member person) {
    return person.status() == Status.SUSPENDED
        && snapshot.vocabulary().suspension() == Vocabulary.Suspension.MARKED;
  }

  /** However many they are, they are one problem: the same for all. */
  private Stream<Problem> suspended() {
    List<Email> marked =
        snapshot.actual().people().stream().filter(this::isMarked).map(Member::email).toList();
    return marked.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Problem(
                marked.size() == 1 ? "1 person" : marked.size() + " people",
                "suspended, such as %s: left out, for whoever stands in a roster is brought back"
                    .formatted(marked.get(0)),
                ""));
  }

  private List<Kind> lists() {
    return snapshot.vocabulary().kinds().stream()
        .filter(kind -> kind.column().isPresent() && RosterColumns.isList(kind))
        .toList();
  }

  private void judge(Group group) {
    judge(group.resource());
    group.rights().forEach(this::judge);
  }

  private void judge(Resource resource) {
    sayable.why(resource).ifPresent(why -> leaveOut(resource, why));
  }

  private void judge(Entitlement right) {
    if (!isOfList(right)) {
      if (sayable.whyNotLevel(right).isPresent()) {
        unsaid.merge(right, 1, Integer::sum);
      }
      return;
    }
    judge(right.on());
    sayable.whyNotLevel(right).ifPresent(why -> leaveOut(right.on(), why));
  }

  private void leaveOut(Resource resource, String why) {
    whole &= !snapshot.incomplete().contains(resource) || sayable.isAmbiguous(resource);
    unsayable.putIfAbsent(
        new Name(resource),
        new Problem(
            resource.kind().noun() + " \"" + resource + "\"",
            why
                + ": left out"
                + (Name.isScoped(resource)
                    ? ", with all that is called \"" + resource.name() + "\""
                    : ""),
            ""));
  }

  private Stream<Problem> levels() {
    return unsaid.entrySet().stream()
        .filter(each -> destination.places().contains(each.getKey().on()))
        .map(
            each ->
                new Problem(
                    each.getKey().kind().right() + " \"" + each.getKey() + "\"",
                    sayable.whyNotLevel(each.getKey()).orElseThrow()
                        + ": left blank for "
                        + (each.getValue() == 1 ? "1 person" : each.getValue() + " people"),
                    ""));
  }

  private static boolean isOfList(Entitlement right) {
    return right.kind().column().isPresent() && RosterColumns.isList(right.kind());
  }

  private boolean isSaid(Entitlement right) {
    return isOfList(right)
        ? !unsayable.containsKey(new Name(right.on()))
        : !unsaid.containsKey(right);
  }

  /** With what is said in lists; a place's own column tells what it can say itself. */
  private Member sayable(Member person) {
    return Member.of(
        person.email(),
        person.name(),
        person.status(),
        person.entitlements().stream().filter(right -> !isOfList(right) || isSaid(right)).toList());
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (Group group : snapshot.actual().groups()) {
      if (!unsayable.containsKey(new Name(group.resource()))) {
        groups.add(
            new Group(
                group.resource(),
                group.description(),
                group.rights().stream().filter(this::isSaid).toList()));
      }
    }
    return groups;
  }

  /** Places in which people hold something, and which have no column: no roster could say it. */
  private List<String> unreachable() {
    Set<Resource> places = new HashSet<>(destination.places());
    Set<Resource> held =
        snapshot.actual().people().stream()
            .flatMap(person -> person.entitlements().stream())
            .filter(right -> !isOfList(right))
            .map(Entitlement::on)
            .filter(place -> !places.contains(place))
            .collect(toCollection(TreeSet::new));
    return held.stream()
        .map(
            place ->
                "roles in the %s \"%s\" are not in it, for it has no token"
                    .formatted(place.kind().noun(), place))
        .toList();
  }
}
