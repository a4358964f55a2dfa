package dev.rollcall.plan;

import static java.util.Objects.requireNonNull;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Environment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One change to one assignee, as data. It carries what was held before, so that it can be checked,
 * compared and reviewed without anything else.
 */
public sealed interface Operation {

  /** Who is changed: a person, or a group. */
  Assignee assignee();

  /** Hands the operation to the method for its kind. */
  <R> R accept(Visitor<R> visitor);

  /** A function of an operation with one method a kind, so that a new kind cannot be forgotten. */
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
  record CreateGroup(String group, String description) implements Operation {
    /** Checks. */
    public CreateGroup {
      requireNonNull(group, "group");
      requireNonNull(description, "description");
    }

    @Override
    public Assignee assignee() {
      return new Assignee.GroupNamed(group);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.createGroup(this);
    }
  }

  /** Invites a person with environment roles (at least one) and groups, in one request. */
  record Invite(
      Email email, String name, SortedMap<Environment, String> roles, SortedSet<String> groups)
      implements Operation {
    /** Checks and copies. */
    public Invite {
      requireNonNull(email, "email");
      requireNonNull(name, "name");
      roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
      groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invite(this);
    }
  }

  /** Gives, changes or (with an empty {@code after}) takes a person's role in one environment. */
  record SetEnvironmentRole(
      Email email, Environment environment, Optional<String> before, Optional<String> after)
      implements Operation {
    /** Checks. */
    public SetEnvironmentRole {
      requireNonNull(email, "email");
      requireNonNull(environment, "environment");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setEnvironmentRole(this);
    }
  }

  /** Makes a member belong to a group. */
  record AddToGroup(Email email, String group) implements Operation {
    /** Checks. */
    public AddToGroup {
      requireNonNull(email, "email");
      requireNonNull(group, "group");
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addToGroup(this);
    }
  }

  /** Takes a member out of a group. */
  record RemoveFromGroup(Email email, String group) implements Operation {
    /** Checks. */
    public RemoveFromGroup {
      requireNonNull(email, "email");
      requireNonNull(group, "group");
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

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
      implements Operation {
    /** Checks. */
    public SetProjectRole {
      requireNonNull(assignee, "assignee");
      requireNonNull(project, "project");
      requireNonNull(environment, "environment");
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setProjectRole(this);
    }
  }

  /**
   * Takes a leaver's role in every environment where they hold one. Their group memberships and
   * direct project roles go by operations of their own, with the same reason.
   */
  record Suspend(Email email, SortedMap<Environment, String> before) implements Operation {
    /** Checks and copies. */
    public Suspend {
      requireNonNull(email, "email");
      before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.suspend(this);
    }
  }

  /** Gives a suspended member environment roles again: a rehire. */
  record Reinstate(Email email, SortedMap<Environment, String> roles) implements Operation {
    /** Checks and copies. */
    public Reinstate {
      requireNonNull(email, "email");
      roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reinstate(this);
    }
  }

  /** Takes a pending invitation out of a group, by the invitation's id. */
  record WithdrawFromGroup(Email email, String group, long invitation) implements Operation {
    /** Checks. */
    public WithdrawFromGroup {
      requireNonNull(email, "email");
      requireNonNull(group, "group");
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.withdrawFromGroup(this);
    }
  }

  /** Deletes the member from the workspace, with everything they hold. */
  record Remove(Email email, List<Entitlement> before) implements Operation {
    /** Checks and copies. */
    public Remove {
      requireNonNull(email, "email");
      before = List.copyOf(before);
    }

    @Override
    public Assignee assignee() {
      return new Assignee.Person(email);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.remove(this);
    }
  }
}
