package dev.rollcall.safety;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Change;
import dev.rollcall.plan.Operation;
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
public final class PlanUnderReview {

  private final ProposedPlan proposed;
  private final List<PlannedOperation> operations;
  private final SortedMap<Email, List<PlannedOperation>> byPerson = new TreeMap<>();
  private Optional<Map<Resource, int[]>> groupSizes = Optional.empty();
  private final Map<Resource, List<Entitlement>> groupRights = new HashMap<>();
  private final SortedMap<Email, List<PlannedOperation>> departures = new TreeMap<>();

  PlanUnderReview(ProposedPlan proposed, List<PlannedOperation> operations) {
    this.proposed = proposed;
    this.operations = List.copyOf(operations);
    operations.forEach(this::file);
    collectGroupRights();
    byPerson.forEach(
        (email, theirs) -> {
          if (departs(email, theirs)) {
            departures.put(email, theirs.stream().filter(PlanUnderReview::takes).toList());
          }
        });
  }

  /** The plan, and everything else a rule may need. */
  public ProposedPlan proposed() {
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
  public int groupSize(Resource group) {
    if (groupSizes.isEmpty()) {
      groupSizes = Optional.of(countGroups(proposed.snapshot().actual().people()));
    }
    return groupSizes.get().getOrDefault(group, new int[1])[0];
  }

  /** Whose the operation is; empty for groups. */
  static Optional<Email> person(PlannedOperation planned) {
    return planned.operation().assignee().person();
  }

  /** Whether an operation ends an account, or a person's access by its very kind. */
  static boolean endsAccount(Operation operation) {
    return switch (operation.verb()) {
      // What is pending is taken from nobody but leavers.
      case SUSPEND, REMOVE, WITHDRAW -> true;
      case DEFINE, UNDEFINE, JOIN, SET, PROFILE, REINSTATE -> false;
    };
  }

  /** Whether the operation takes anything, or ends an account. */
  static boolean takes(PlannedOperation planned) {
    return endsAccount(planned.operation())
        || planned.operation().changes().stream().anyMatch(Change::isLoss);
  }

  /**
   * What an operation gives and takes, with what comes along with a group: who joins a group of
   * project administrators becomes one.
   */
  Stream<Change> changesWithInherited(PlannedOperation planned) {
    return planned.operation().changes().stream().flatMap(this::inherited);
  }

  private Stream<Change> inherited(Change change) {
    Stream<Change> given = change.after().stream().flatMap(this::passedOn).map(Change::gain);
    Stream<Change> taken = change.before().stream().flatMap(this::passedOn).map(Change::loss);
    return Stream.of(Stream.of(change), given, taken).flatMap(part -> part);
  }

  private Stream<Entitlement> passedOn(Entitlement entitlement) {
    return groupRights.getOrDefault(entitlement.on(), List.of()).stream();
  }

  /** How many people a change of the assignee reaches: a group's reaches its members. */
  int reach(PlannedOperation planned) {
    return planned.operation().assignee().group().map(this::groupSize).orElse(1);
  }

  private void file(PlannedOperation planned) {
    person(planned)
        .ifPresent(email -> byPerson.computeIfAbsent(email, key -> new ArrayList<>()).add(planned));
  }

  /** Counted when the first is asked for, which hardly any plan does. */
  private static Map<Resource, int[]> countGroups(List<Member> people) {
    Map<Resource, int[]> sizes = new HashMap<>();
    for (Member member : people) {
      for (Entitlement entitlement : member.entitlements()) {
        if (entitlement.kind().is(Kind.Trait.HOLDS_RIGHTS)) {
          sizes.computeIfAbsent(entitlement.on(), group -> new int[1])[0]++;
        }
      }
    }
    return sizes;
  }

  private void collectGroupRights() {
    proposed
        .snapshot()
        .actual()
        .groups()
        .forEach(group -> groupRights.put(group.resource(), new ArrayList<>(group.rights())));
    for (PlannedOperation planned : operations) {
      Optional<Resource> group = planned.operation().assignee().group();
      if (group.isPresent()) {
        List<Entitlement> rights =
            groupRights.computeIfAbsent(group.get(), key -> new ArrayList<>());
        planned
            .operation()
            .changes()
            .forEach(
                change ->
                    change.after().filter(right -> !rights.contains(right)).ifPresent(rights::add));
      }
    }
  }

  private boolean departs(Email email, List<PlannedOperation> theirs) {
    if (theirs.stream().noneMatch(PlanUnderReview::takes)) {
      return false;
    }
    // A leaver counts even where something cannot be taken in this run.
    if (theirs.stream().anyMatch(PlanUnderReview::endsAccess)) {
      return true;
    }
    return heldAfter(email, theirs).isEmpty();
  }

  private static boolean endsAccess(PlannedOperation planned) {
    return planned.reason() == Reason.LEAVER || endsAccount(planned.operation());
  }

  private Set<Resource> heldAfter(Email email, List<PlannedOperation> theirs) {
    Set<Resource> held = new HashSet<>();
    proposed
        .snapshot()
        .actual()
        .person(email)
        .ifPresent(member -> member.entitlements().forEach(right -> held.add(right.on())));
    List<Change> changes =
        theirs.stream().flatMap(planned -> planned.operation().changes().stream()).toList();
    changes.forEach(change -> change.before().ifPresent(right -> held.remove(right.on())));
    changes.forEach(change -> change.after().ifPresent(right -> held.add(right.on())));
    // Everybody belongs to the built-in groups; that gives no access.
    proposed.snapshot().catalogue().builtIn().forEach(held::remove);
    return held;
  }

  /** Who is behind what was counted, the first few by name. */
  String named(CountedOperations count) {
    Set<Integer> counted = Set.copyOf(count.sequences());
    return SafetyTexts.some(
        operations.stream()
            .filter(planned -> counted.contains(planned.sequence()))
            .map(planned -> planned.operation().assignee().label())
            .toList());
  }

  static List<Integer> sequences(Stream<PlannedOperation> operations) {
    return operations.map(PlannedOperation::sequence).toList();
  }
}
