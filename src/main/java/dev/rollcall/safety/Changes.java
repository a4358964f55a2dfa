package dev.rollcall.safety;

import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.EnvironmentRole;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.plan.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes an operation apart into what it gives and what it takes. */
final class Changes implements Operation.Visitor<List<Change>> {

  private static final Changes VISITOR = new Changes();

  private Changes() {}

  static List<Change> of(Operation operation) {
    return operation.accept(VISITOR);
  }

  @Override
  public List<Change> createGroup(Operation.CreateGroup operation) {
    return List.of();
  }

  @Override
  public List<Change> invite(Operation.Invite operation) {
    Stream<Entitlement> groups = operation.groups().stream().map(GroupMembership::new);
    return Stream.concat(roles(operation.roles()), groups).map(Change::gain).toList();
  }

  @Override
  public List<Change> setEnvironmentRole(Operation.SetEnvironmentRole operation) {
    return List.of(
        new Change(
            held(operation.before())
                .map(role -> new EnvironmentRole(operation.environment(), role)),
            held(operation.after())
                .map(role -> new EnvironmentRole(operation.environment(), role))));
  }

  @Override
  public List<Change> addToGroup(Operation.AddToGroup operation) {
    return List.of(Change.gain(new GroupMembership(operation.group())));
  }

  @Override
  public List<Change> removeFromGroup(Operation.RemoveFromGroup operation) {
    return List.of(Change.loss(new GroupMembership(operation.group())));
  }

  @Override
  public List<Change> setProjectRole(Operation.SetProjectRole operation) {
    return List.of(
        new Change(
            held(operation.before()).map(role -> onProject(operation, role)),
            held(operation.after()).map(role -> onProject(operation, role))));
  }

  @Override
  public List<Change> suspend(Operation.Suspend operation) {
    return roles(operation.before()).map(Change::loss).toList();
  }

  @Override
  public List<Change> reinstate(Operation.Reinstate operation) {
    return roles(operation.roles()).map(Change::gain).toList();
  }

  @Override
  public List<Change> withdrawFromGroup(Operation.WithdrawFromGroup operation) {
    return List.of(Change.loss(new GroupMembership(operation.group())));
  }

  @Override
  public List<Change> remove(Operation.Remove operation) {
    return operation.before().stream().map(Change::loss).toList();
  }

  private static Stream<Entitlement> roles(Map<Environment, String> roles) {
    return roles.entrySet().stream()
        .filter(role -> !Entitlement.meansNoAccess(role.getValue()))
        .map(role -> new EnvironmentRole(role.getKey(), role.getValue()));
  }

  private static Entitlement onProject(Operation.SetProjectRole operation, String role) {
    return new ProjectRole(operation.project(), operation.environment(), role);
  }

  /** "No access" is a way of holding nothing. */
  private static Optional<String> held(Optional<String> role) {
    return role.filter(name -> !Entitlement.meansNoAccess(name));
  }
}
