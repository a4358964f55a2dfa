package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Config;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.tenant.careful.DefinedThing;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An operation of a plan in the workspace's own terms: one variant for each thing the API can be
 * told. A kind of operation or of right that is new must be given a place here before anything
 * compiles.
 */
sealed interface WorkatoOperation {

  /** Hands it to the method for its kind. */
  <R> R accept(Visitor<R> visitor);

  /** The operation in the workspace's terms. */
  static WorkatoOperation of(Operation operation) {
    return operation.accept(Translation.INSTANCE);
  }

  /** One method for each. */
  interface Visitor<R> {
    R createGroup(CreateGroup operation);

    R changeGroup(ChangeGroup operation);

    R deleteGroup(DeleteGroup operation);

    R createRole(CreateRole operation);

    R changeRole(ChangeRole operation);

    R deleteRole(DeleteRole operation);

    R invite(Invite operation);

    R addAccount(AddAccount operation);

    R setEnvironmentRoles(SetEnvironmentRoles operation);

    R setMembership(SetMembership operation);

    R setProjectRole(SetProjectRole operation);

    R remove(Remove operation);
  }

  /** Creates a group that the job file declares. */
  record CreateGroup(String group, String description) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createGroup(this);
    }
  }

  /** Describes a group otherwise, or gives it another name. */
  record ChangeGroup(DefinedThing.State before, DefinedThing.State after)
      implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeGroup(this);
    }
  }

  /** Deletes a group that nobody is in any more. */
  record DeleteGroup(DefinedThing.State before) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deleteGroup(this);
    }
  }

  /** Makes a role. */
  record CreateRole(RoleKind kind, String name, Optional<Config> config, Optional<String> copyOf)
      implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createRole(this);
    }
  }

  /** Changes what a role lets people do, or gives it another name. */
  record ChangeRole(RoleKind kind, DefinedThing.State before, DefinedThing.State after)
      implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeRole(this);
    }
  }

  /** Deletes a role that nobody holds any more. */
  record DeleteRole(RoleKind kind, DefinedThing.State before) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deleteRole(this);
    }
  }

  /** Invites a person with environment roles (at least one) and groups, in one request. */
  record Invite(
      Email email, String name, SortedMap<Environment, String> roles, SortedSet<String> groups)
      implements WorkatoOperation {
    /** Copies. */
    public Invite {
      roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
      groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invite(this);
    }
  }

  /**
   * Adds a person at once, with environment roles (at least one).
   *
   * @param details what else is told of them
   */
  record AddAccount(
      Email email,
      String name,
      SortedMap<Environment, String> roles,
      SortedMap<String, String> details)
      implements WorkatoOperation {
    /** Copies. */
    public AddAccount {
      roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
      details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** One of the details; blank for none. */
    String detail(AccountDetail which) {
      return details.getOrDefault(which.key(), "");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addAccount(this);
    }
  }

  /** A role before and after; empty for none. */
  record RoleChange(Optional<String> before, Optional<String> after) {}

  /**
   * Gives, changes or takes a person's roles, each in one environment: one of them, all of a
   * leaver's, or those of a member who comes back.
   */
  record SetEnvironmentRoles(Email email, SortedMap<Environment, RoleChange> changes)
      implements WorkatoOperation {
    /** Copies. */
    public SetEnvironmentRoles {
      changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** Whether it gives nothing. */
    boolean isTaking() {
      return changes.values().stream().allMatch(change -> change.after().isEmpty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setEnvironmentRoles(this);
    }
  }

  /**
   * Makes a member belong to a group, or takes them out.
   *
   * @param invitation by whose id somebody is taken out who is still invited
   */
  record SetMembership(Email email, String group, boolean belongs, Optional<Long> invitation)
      implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setMembership(this);
    }
  }

  /** Gives, changes or (with an empty {@code after}) takes a direct project role. */
  record SetProjectRole(
      Assignee assignee, String project, Environment environment, RoleChange change)
      implements WorkatoOperation {

    /** Whether it gives nothing. */
    boolean isTaking() {
      return change.after().isEmpty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setProjectRole(this);
    }
  }

  /** Deletes the member from the workspace, with everything they hold. */
  record Remove(Email email) implements WorkatoOperation {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.remove(this);
    }
  }

  /** Knows what each operation is here. */
  final class Translation implements Operation.Visitor<WorkatoOperation> {

    private static final Translation INSTANCE = new Translation();

    private Translation() {}

    @Override
    public WorkatoOperation define(Operation.Define operation) {
      DefinedThing.State after =
          new DefinedThing.State(operation.resource().name(), operation.after());
      Optional<DefinedThing.State> before =
          operation
              .before()
              .map(definition -> new DefinedThing.State(operation.now().name(), definition));
      if (operation.resource().kind() == WorkatoVocabulary.GROUP) {
        return before.isPresent()
            ? new ChangeGroup(before.get(), after)
            : new CreateGroup(operation.resource().name(), operation.after().description());
      }
      RoleKind kind = RoleKind.of(operation.resource());
      return before.isPresent()
          ? new ChangeRole(kind, before.get(), after)
          : new CreateRole(
              kind, after.name(), operation.after().config(), operation.after().copyOf());
    }

    @Override
    public WorkatoOperation undefine(Operation.Undefine operation) {
      DefinedThing.State before =
          new DefinedThing.State(operation.resource().name(), operation.before());
      return operation.resource().kind() == WorkatoVocabulary.GROUP
          ? new DeleteGroup(before)
          : new DeleteRole(RoleKind.of(operation.resource()), before);
    }

    @Override
    public WorkatoOperation join(Operation.Join operation) {
      return switch (operation.by()) {
        case INVITATION -> invitation(operation);
        case ACCOUNT ->
            new AddAccount(
                operation.email(),
                operation.name(),
                WorkatoVocabulary.environmentRoles(operation.rights()),
                operation.details());
      };
    }

    private static WorkatoOperation invitation(Operation.Join operation) {
      SortedSet<String> groups = new TreeSet<>();
      operation.rights().stream()
          .filter(right -> right.kind() == WorkatoVocabulary.GROUP)
          .forEach(right -> groups.add(right.on().name()));
      return new Invite(
          operation.email(),
          operation.name(),
          WorkatoVocabulary.environmentRoles(operation.rights()),
          groups);
    }

    @Override
    public WorkatoOperation set(Operation.Set operation) {
      Resource on = operation.on();
      RoleChange change =
          new RoleChange(
              operation.before().flatMap(Entitlement::level),
              operation.after().flatMap(Entitlement::level));
      return switch (WorkatoVocabulary.Thing.of(on)) {
        case ENVIRONMENT ->
            new SetEnvironmentRoles(
                person(operation),
                new TreeMap<>(Map.of(WorkatoVocabulary.environment(on), change)));
        case GROUP ->
            new SetMembership(
                person(operation), on.name(), operation.after().isPresent(), Optional.empty());
        case PROJECT ->
            new SetProjectRole(
                operation.assignee(), on.name(), WorkatoVocabulary.environment(on), change);
      };
    }

    private static Email person(Operation.Set operation) {
      return operation
          .assignee()
          .person()
          .orElseThrow(() -> new IllegalArgumentException("no group can hold " + operation.on()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A leaver's group memberships and direct project roles go by operations of their own, with
     * the same reason.
     */
    /** No vocabulary of this vendor says that names can be changed. */
    @Override
    public WorkatoOperation profile(Operation.UpdateProfile operation) {
      throw new IllegalArgumentException("what people are called is not changed in a workspace");
    }

    @Override
    public WorkatoOperation suspend(Operation.Suspend operation) {
      return roles(
          operation.email(),
          WorkatoVocabulary.environmentRoles(operation.before()),
          role -> new RoleChange(Optional.of(role), Optional.empty()));
    }

    @Override
    public WorkatoOperation reinstate(Operation.Reinstate operation) {
      return roles(
          operation.email(),
          WorkatoVocabulary.environmentRoles(operation.rights()),
          role -> new RoleChange(Optional.empty(), Optional.of(role)));
    }

    private static WorkatoOperation roles(
        Email email, SortedMap<Environment, String> roles, Function<String, RoleChange> change) {
      SortedMap<Environment, RoleChange> changes = new TreeMap<>();
      roles.forEach((environment, role) -> changes.put(environment, change.apply(role)));
      return new SetEnvironmentRoles(email, changes);
    }

    @Override
    public WorkatoOperation withdraw(Operation.Withdraw operation) {
      return new SetMembership(
          operation.email(),
          operation.right().on().name(),
          false,
          Optional.of(Long.parseLong(operation.invitation())));
    }

    @Override
    public WorkatoOperation remove(Operation.Remove operation) {
      return new Remove(operation.email());
    }
  }
}
