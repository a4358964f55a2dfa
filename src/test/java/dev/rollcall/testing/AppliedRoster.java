package dev.rollcall.testing;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.Plan;
import dev.rollcall.plan.PlannedOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a workspace looks like after a plan: a roster and operations in, a roster out. Invited
 * people are part of it, as {@code INVITED}. An operation whose before-state is not met is an
 * error, so that plans which contradict themselves are found.
 */
public final class AppliedRoster implements Operation.Visitor<Void> {

  private final Map<Email, Member> people = new TreeMap<>();
  private final Map<String, Group> groups = new TreeMap<>();

  private AppliedRoster(Roster before) {
    before.people().forEach(person -> people.put(person.email(), person));
    before.groups().forEach(group -> groups.put(group.name(), group));
  }

  /** The roster after all operations of the plan, in plan order. */
  public static Roster after(Roster before, Plan plan) {
    AppliedRoster workspace = new AppliedRoster(before);
    for (PlannedOperation planned : plan.operations()) {
      planned.operation().accept(workspace);
    }
    return Roster.of(workspace.people.values(), workspace.groups.values());
  }

  @Override
  public Void createGroup(Operation.CreateGroup operation) {
    Group created = new Group(operation.group(), operation.description(), List.of());
    check(groups.put(operation.group(), created) == null, operation);
    return null;
  }

  @Override
  public Void invite(Operation.Invite operation) {
    List<Entitlement> asked = roles(operation.roles());
    operation.groups().forEach(group -> asked.add(new GroupMembership(group)));
    check(!operation.roles().isEmpty(), operation);
    check(groups.keySet().containsAll(operation.groups()), operation);
    Member invited = Member.of(operation.email(), operation.name(), Status.INVITED, asked);
    Member before = people.put(operation.email(), invited);
    check(before == null || before.status() == Status.INVITED, operation);
    return null;
  }

  @Override
  public Void setEnvironmentRole(Operation.SetEnvironmentRole operation) {
    Environment environment = operation.environment();
    replace(
        operation,
        operation.before().map(role -> new EnvironmentRole(environment, role)),
        operation.after().map(role -> new EnvironmentRole(environment, role)));
    return null;
  }

  @Override
  public Void addToGroup(Operation.AddToGroup operation) {
    check(groups.containsKey(operation.group()), operation);
    replace(operation, Optional.empty(), Optional.of(new GroupMembership(operation.group())));
    return null;
  }

  @Override
  public Void removeFromGroup(Operation.RemoveFromGroup operation) {
    replace(operation, Optional.of(new GroupMembership(operation.group())), Optional.empty());
    return null;
  }

  @Override
  public Void setProjectRole(Operation.SetProjectRole operation) {
    Optional<ProjectRole> before = operation.before().map(role -> on(operation, role));
    Optional<ProjectRole> after = operation.after().map(role -> on(operation, role));
    if (operation.assignee() instanceof Assignee.GroupNamed named) {
      Group group = groups.get(named.name());
      List<ProjectRole> roles = new ArrayList<>(group.projectRoles());
      before.ifPresent(role -> check(roles.remove(role), operation));
      after.ifPresent(roles::add);
      groups.put(named.name(), new Group(group.name(), group.description(), roles));
    } else {
      replace(operation, before, after);
    }
    return null;
  }

  @Override
  public Void suspend(Operation.Suspend operation) {
    List<Entitlement> taken = roles(operation.before());
    Member person = person(operation);
    check(person.entitlements().containsAll(taken), operation);
    hold(person, person.entitlements().stream().filter(held -> !taken.contains(held)).toList());
    return null;
  }

  @Override
  public Void reinstate(Operation.Reinstate operation) {
    Member person = person(operation);
    check(person.environmentRoles().isEmpty() && !operation.roles().isEmpty(), operation);
    List<Entitlement> held = roles(operation.roles());
    held.addAll(person.entitlements());
    hold(person, held);
    return null;
  }

  @Override
  public Void withdrawFromGroup(Operation.WithdrawFromGroup operation) {
    Member person = people.get(operation.email());
    check(person != null && person.status() == Status.INVITED, operation);
    List<Entitlement> held = new ArrayList<>(person.entitlements());
    check(held.remove(new GroupMembership(operation.group())), operation);
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

  private void replace(
      Operation operation,
      Optional<? extends Entitlement> before,
      Optional<? extends Entitlement> after) {
    Member person = person(operation);
    List<Entitlement> held = new ArrayList<>(person.entitlements());
    before.ifPresent(entitlement -> check(held.remove(entitlement), operation));
    after.ifPresent(
        entitlement -> check(held.stream().noneMatch(entitlement::sameTarget), operation));
    after.ifPresent(held::add);
    hold(person, held);
  }

  private void hold(Member person, List<Entitlement> held) {
    Status status = held.isEmpty() ? Status.SUSPENDED : Status.ACTIVE;
    people.put(person.email(), Member.of(person.email(), person.name(), status, held));
  }

  private Member person(Operation operation) {
    Member person = people.get(((Assignee.Person) operation.assignee()).email());
    check(person != null && person.status() != Status.INVITED, operation);
    return person;
  }

  private static List<Entitlement> roles(SortedMap<Environment, String> roles) {
    List<Entitlement> entitlements = new ArrayList<>();
    roles.forEach((environment, role) -> entitlements.add(new EnvironmentRole(environment, role)));
    return entitlements;
  }

  private static ProjectRole on(Operation.SetProjectRole operation, String role) {
    return new ProjectRole(operation.project(), operation.environment(), role);
  }

  private static void check(boolean fits, Operation operation) {
    if (!fits) {
      throw new AssertionError("does not fit what the workspace holds: " + operation);
    }
  }
}
