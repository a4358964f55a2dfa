package dev.rollcall.testing;

import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedNames;
import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a workspace looks like after a plan: a roster and operations in, a roster out. Invited
 * people are part of it, as {@code INVITED}. An operation whose before-state is not met is an
 * error, so that plans which contradict themselves are found.
 */
public final class AppliedRoster implements Operation.Visitor<Void> {

  private final Map<Email, Member> people = new TreeMap<>();
  private final Map<Resource, Group> groups = new TreeMap<>();
  private final Map<Resource, Definition> roles = new TreeMap<>();

  private AppliedRoster(Roster before) {
    before.people().forEach(person -> people.put(person.email(), person));
    before.groups().forEach(group -> groups.put(group.resource(), group));
    roles.putAll(before.roles());
  }

  /** The roster after all operations of the plan, in plan order. */
  public static Roster after(Roster before, Plan plan) {
    AppliedRoster workspace = new AppliedRoster(before);
    for (PlannedOperation planned : plan.operations()) {
      planned.operation().accept(workspace);
    }
    return workspace.roster();
  }

  private Roster roster() {
    return Roster.of(people.values(), groups.values()).defining(roles);
  }

  @Override
  public Void define(Operation.Define operation) {
    check(roster().definition(operation.now()).equals(operation.before()), operation);
    operation.was().ifPresent(was -> rename(operation));
    Resource name = operation.resource();
    if (name.kind().is(Kind.Trait.HOLDS_RIGHTS)) {
      List<Entitlement> rights =
          groups.containsKey(name) ? groups.get(name).rights() : List.<Entitlement>of();
      groups.put(name, new Group(name, operation.after().description(), rights));
    } else {
      roles.put(name, operation.after());
    }
    return null;
  }

  private void rename(Operation.Define operation) {
    check(roster().definition(operation.resource()).isEmpty(), operation);
    Roster renamed = PlannedNames.of(List.of(operation)).in(roster());
    people.clear();
    groups.clear();
    roles.clear();
    renamed.people().forEach(person -> people.put(person.email(), person));
    renamed.groups().forEach(group -> groups.put(group.resource(), group));
    roles.putAll(renamed.roles());
  }

  @Override
  public Void undefine(Operation.Undefine operation) {
    check(
        roster().definition(operation.resource()).equals(Optional.of(operation.before())),
        operation);
    groups.remove(operation.resource());
    roles.remove(operation.resource());
    return null;
  }

  @Override
  public Void join(Operation.Join operation) {
    boolean invited = operation.by() == Vocabulary.Joining.INVITATION;
    check(!invited || !operation.rights().isEmpty(), operation);
    operation.rights().forEach(right -> check(isThere(right), operation));
    Status status = invited ? Status.INVITED : Status.ACTIVE;
    Member before =
        people.put(
            operation.email(),
            new Member(operation.email(), operation.name(), status, operation.rights()));
    check(before == null || invited && before.status() == Status.INVITED, operation);
    return null;
  }

  private boolean isThere(Entitlement right) {
    return !right.kind().is(Kind.Trait.HOLDS_RIGHTS) || groups.containsKey(right.on());
  }

  @Override
  public Void set(Operation.Set operation) {
    operation.after().ifPresent(right -> check(isThere(right), operation));
    Optional<Resource> named = operation.assignee().group();
    if (named.isPresent()) {
      Group group = groups.get(named.get());
      List<Entitlement> rights = replaced(operation, group.rights());
      groups.put(named.get(), new Group(group.resource(), group.description(), rights));
    } else {
      Member person = person(operation);
      hold(person, replaced(operation, person.entitlements()));
    }
    return null;
  }

  private static List<Entitlement> replaced(Operation.Set operation, List<Entitlement> before) {
    List<Entitlement> held = new ArrayList<>(before);
    operation.before().ifPresent(right -> check(held.remove(right), operation));
    operation
        .after()
        .ifPresent(right -> check(held.stream().noneMatch(right::sameResource), operation));
    operation.after().ifPresent(held::add);
    return held;
  }

  @Override
  public Void profile(Operation.UpdateProfile operation) {
    Member person = person(operation);
    check(person.profile().equals(operation.before()), operation);
    people.put(operation.email(), person.called(operation.after()));
    return null;
  }

  @Override
  public Void suspend(Operation.Suspend operation) {
    Member person = person(operation);
    check(person.entitlements().containsAll(operation.before()), operation);
    List<Entitlement> left = new ArrayList<>(person.entitlements());
    left.removeAll(operation.before());
    hold(person, left);
    if (operation.by() == Vocabulary.Suspension.MARKED) {
      people.computeIfPresent(
          person.email(), (email, member) -> member.withStatus(Status.SUSPENDED));
    }
    return null;
  }

  @Override
  public Void reinstate(Operation.Reinstate operation) {
    Member person = person(operation);
    boolean marked = operation.by() == Vocabulary.Suspension.MARKED;
    check(marked || !operation.rights().isEmpty(), operation);
    List<Entitlement> held = new ArrayList<>(person.entitlements());
    check(
        held.stream().noneMatch(right -> right.kind().is(Kind.Trait.TAKEN_BY_SUSPENDING)),
        operation);
    held.addAll(operation.rights());
    people.put(person.email(), new Member(person.email(), person.name(), Status.ACTIVE, held));
    return null;
  }

  @Override
  public Void withdraw(Operation.Withdraw operation) {
    Member person = people.get(operation.email());
    check(person != null && person.status() == Status.INVITED, operation);
    List<Entitlement> held = new ArrayList<>(person.entitlements());
    check(held.remove(operation.right()), operation);
    people.put(person.email(), Member.of(person.email(), person.name(), person.status(), held));
    return null;
  }

  @Override
  public Void remove(Operation.Remove operation) {
    Member person = person(operation);
    check(person.entitlements().equals(operation.before()), operation);
    people.remove(person.email());
    return null;
  }

  private void hold(Member person, List<Entitlement> held) {
    Status status = held.isEmpty() ? Status.SUSPENDED : Status.ACTIVE;
    people.put(person.email(), Member.of(person.email(), person.name(), status, held));
  }

  private Member person(Operation operation) {
    Member person = people.get(operation.assignee().person().orElseThrow());
    check(person != null && person.status() != Status.INVITED, operation);
    return person;
  }

  private static void check(boolean fits, Operation operation) {
    if (!fits) {
      throw new AssertionError("does not fit what the workspace holds: " + operation);
    }
  }
}
