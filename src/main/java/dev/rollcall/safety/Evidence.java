package dev.rollcall.safety;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Member;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.plan.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a rule judges: the operations that nothing holds so far, by person, and what they come to.
 */
public final class Evidence {

  private final Proposed proposed;
  private final List<PlannedOperation> operations;
  private final SortedMap<Email, List<PlannedOperation>> byPerson = new TreeMap<>();
  private final Map<String, Integer> groupSizes = new HashMap<>();
  private final Map<String, List<Entitlement>> groupRoles = new HashMap<>();
  private final SortedMap<Email, List<PlannedOperation>> departures = new TreeMap<>();

  Evidence(Proposed proposed, List<PlannedOperation> operations) {
    this.proposed = requireNonNull(proposed, "proposed");
    this.operations = List.copyOf(operations);
    operations.forEach(this::file);
    proposed.snapshot().actual().people().forEach(this::countGroups);
    collectGroupRoles();
    byPerson.forEach(
        (email, theirs) -> {
          if (departs(email, theirs)) {
            departures.put(email, theirs.stream().filter(Evidence::takes).toList());
          }
        });
  }

  /** The plan, and everything else a rule may need. */
  public Proposed proposed() {
    return proposed;
  }

  /** In plan order, those that would be sent. */
  public List<PlannedOperation> operations() {
    return operations;
  }

  /**
   * Everybody who would lose their account or end without any access, pending people included, with
   * the operations that take it.
   */
  public SortedMap<Email, List<PlannedOperation>> departures() {
    return departures;
  }

  /** How many people in scope a group has. */
  public int groupSize(String group) {
    return groupSizes.getOrDefault(group, 0);
  }

  /** Whose the operation is; empty for groups. */
  static Optional<Email> person(PlannedOperation planned) {
    return planned.operation().assignee() instanceof Assignee.Person person
        ? Optional.of(person.email())
        : Optional.empty();
  }

  /** Whether the operation takes anything, or ends an account. */
  static boolean takes(PlannedOperation planned) {
    return Ends.account(planned.operation())
        || Changes.of(planned.operation()).stream().anyMatch(Change::isLoss);
  }

  /**
   * What an operation gives and takes, with what comes along with a group: who joins a group of
   * project administrators becomes one.
   */
  Stream<Change> changesWithInherited(PlannedOperation planned) {
    return Changes.of(planned.operation()).stream().flatMap(this::inherited);
  }

  private Stream<Change> inherited(Change change) {
    Stream<Change> given = change.after().stream().flatMap(this::passedOn).map(Change::gain);
    Stream<Change> taken = change.before().stream().flatMap(this::passedOn).map(Change::loss);
    return Stream.of(Stream.of(change), given, taken).flatMap(part -> part);
  }

  private Stream<Entitlement> passedOn(Entitlement entitlement) {
    return entitlement instanceof GroupMembership membership
        ? groupRoles.getOrDefault(membership.group(), List.of()).stream()
        : Stream.empty();
  }

  /** How many people a change of the assignee reaches: a group's reaches its members. */
  int reach(PlannedOperation planned) {
    return planned.operation().assignee() instanceof Assignee.GroupNamed group
        ? groupSize(group.name())
        : 1;
  }

  private void file(PlannedOperation planned) {
    person(planned)
        .ifPresent(email -> byPerson.computeIfAbsent(email, key -> new ArrayList<>()).add(planned));
  }

  private void countGroups(Member member) {
    for (Entitlement entitlement : member.entitlements()) {
      if (entitlement instanceof GroupMembership membership) {
        groupSizes.merge(membership.group(), 1, Integer::sum);
      }
    }
  }

  private void collectGroupRoles() {
    proposed
        .snapshot()
        .actual()
        .groups()
        .forEach(group -> groupRoles.put(group.name(), new ArrayList<>(group.projectRoles())));
    for (PlannedOperation planned : operations) {
      if (planned.operation().assignee() instanceof Assignee.GroupNamed group) {
        List<Entitlement> roles =
            groupRoles.computeIfAbsent(group.name(), key -> new ArrayList<>());
        Changes.of(planned.operation())
            .forEach(
                change ->
                    change.after().filter(role -> !roles.contains(role)).ifPresent(roles::add));
      }
    }
  }

  private boolean departs(Email email, List<PlannedOperation> theirs) {
    if (theirs.stream().noneMatch(Evidence::takes)) {
      return false;
    }
    // A leaver counts even where something cannot be taken in this run.
    if (theirs.stream().anyMatch(Evidence::endsAccess)) {
      return true;
    }
    return heldAfter(email, theirs).isEmpty();
  }

  private static boolean endsAccess(PlannedOperation planned) {
    return planned.reason() == Reason.LEAVER || Ends.account(planned.operation());
  }

  private Set<String> heldAfter(Email email, List<PlannedOperation> theirs) {
    Set<String> held = new HashSet<>();
    proposed
        .snapshot()
        .actual()
        .person(email)
        .ifPresent(member -> member.entitlements().forEach(right -> held.add(key(right))));
    List<Change> changes =
        theirs.stream().flatMap(planned -> Changes.of(planned.operation()).stream()).toList();
    changes.forEach(change -> change.before().ifPresent(right -> held.remove(key(right))));
    changes.forEach(change -> change.after().ifPresent(right -> held.add(key(right))));
    // Everybody belongs to the built-in groups; that gives no access.
    proposed
        .snapshot()
        .catalogue()
        .systemGroups()
        .forEach(group -> held.remove(key(new GroupMembership(group))));
    return held;
  }

  private static String key(Entitlement right) {
    return right.rank() + " " + right.target();
  }

  /** Who is behind what was counted, the first few by name. */
  String named(Count count) {
    Set<Integer> counted = Set.copyOf(count.sequences());
    return Words.some(
        operations.stream()
            .filter(planned -> counted.contains(planned.sequence()))
            .map(planned -> planned.operation().assignee().label())
            .toList());
  }

  static List<Integer> sequences(Stream<PlannedOperation> operations) {
    return operations.map(PlannedOperation::sequence).toList();
  }
}
