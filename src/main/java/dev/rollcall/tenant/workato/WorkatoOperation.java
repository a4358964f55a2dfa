package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One thing the API can be told: an operation of a plan in the workspace's own terms. A kind of
 * operation or of right that is new must be given a place here before anything compiles.
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

    R invite(Invite operation);

    R setEnvironmentRole(SetEnvironmentRole operation);

    R addToGroup(AddToGroup operation);

    R removeFromGroup(RemoveFromGroup operation);

    R setProjectRole(SetProjectRole operation);

    R suspend(Suspend operation);

    R reinstate(Reinstate operation);

    R withdrawFromGroup(WithdrawFromGroup operation);

    R remove(Remove operation);
  }

  /** Creates a group that the job file declares. */
  record CreateGroup(String group, String description) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createGroup(this);
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

  /** Gives, changes or (with an empty {@code after}) takes a person's role in one environment. */
  record SetEnvironmentRole(
      Email email, Environment environment, Optional<String> before, Optional<String> after)
      implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setEnvironmentRole(this);
    }
  }

  /** Makes a member belong to a group. */
  record AddToGroup(Email email, String group) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addToGroup(this);
    }
  }

  /** Takes a member out of a group. */
  record RemoveFromGroup(Email email, String group) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeFromGroup(this);
    }
  }

  /** Gives, changes or (with an empty {@code after}) takes a direct project role. */
  record SetProjectRole(
      Assignee assignee,
      String project,
      Environment environment,
      Optional<String> before,
      Optional<String> after)
      implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setProjectRole(this);
    }
  }

  /**
   * Takes a leaver's role in every environment where they hold one. Their group memberships and
   * direct project roles go by operations of their own, with the same reason.
   */
  record Suspend(Email email, SortedMap<Environment, String> before) implements WorkatoOperation {
    /** Copies. */
    public Suspend {
      before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.suspend(this);
    }
  }

  /** Gives a suspended member environment roles again: a rehire. */
  record Reinstate(Email email, SortedMap<Environment, String> roles) implements WorkatoOperation {
    /** Copies. */
    public Reinstate {
      roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reinstate(this);
    }
  }

  /** Takes a pending invitation out of a group, by the invitation's id. */
  record WithdrawFromGroup(Email email, String group, long invitation) implements WorkatoOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.withdrawFromGroup(this);
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
      return new CreateGroup(operation.resource().name(), operation.after().description());
    }

    @Override
    public WorkatoOperation join(Operation.Join operation) {
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
      Optional<String> before = operation.before().flatMap(Entitlement::level);
      Optional<String> after = operation.after().flatMap(Entitlement::level);
      return switch (WorkatoVocabulary.Thing.of(on)) {
        case ENVIRONMENT ->
            new SetEnvironmentRole(
                person(operation), WorkatoVocabulary.environment(on), before, after);
        case GROUP ->
            operation.after().isPresent()
                ? new AddToGroup(person(operation), on.name())
                : new RemoveFromGroup(person(operation), on.name());
        case PROJECT ->
            new SetProjectRole(
                operation.assignee(), on.name(), WorkatoVocabulary.environment(on), before, after);
      };
    }

    private static Email person(Operation.Set operation) {
      return operation
          .assignee()
          .person()
          .orElseThrow(() -> new IllegalArgumentException("no group can hold " + operation.on()));
    }

    @Override
    public WorkatoOperation suspend(Operation.Suspend operation) {
      return new Suspend(operation.email(), WorkatoVocabulary.environmentRoles(operation.before()));
    }

    @Override
    public WorkatoOperation reinstate(Operation.Reinstate operation) {
      return new Reinstate(
          operation.email(), WorkatoVocabulary.environmentRoles(operation.rights()));
    }

    @Override
    public WorkatoOperation withdraw(Operation.Withdraw operation) {
      return new WithdrawFromGroup(
          operation.email(), operation.right().on().name(), Long.parseLong(operation.invitation()));
    }

    @Override
    public WorkatoOperation remove(Operation.Remove operation) {
      return new Remove(operation.email());
    }
  }
}
