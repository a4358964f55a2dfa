package dev.rollcall.plan;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Profile;
import dev.rollcall.model.Resource;
import dev.rollcall.model.Vocabulary.Joining;
import dev.rollcall.model.Vocabulary.Suspension;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One change to one assignee or resource, as data. It carries what was held before, so that it can
 * be checked, compared and reviewed without anything else.
 */
public sealed interface Operation {

  /** The kinds of operations, for switches without a default: a new one cannot be forgotten. */
  enum Verb {
    /** {@link Define}. */
    DEFINE,
    /** {@link Join}. */
    JOIN,
    /** {@link Set}. */
    SET,
    /** {@link UpdateProfile}. */
    PROFILE,
    /** {@link Suspend}. */
    SUSPEND,
    /** {@link Reinstate}. */
    REINSTATE,
    /** {@link Withdraw}. */
    WITHDRAW,
    /** {@link Remove}. */
    REMOVE,
    /** {@link Undefine}. */
    UNDEFINE
  }

  /** Of which kind it is. */
  Verb verb();

  /** Who is changed: a person, or a group. */
  Assignee assignee();

  /** What it does to the rights of its assignee. */
  List<Change> changes();

  /** Hands the operation to the method for its kind. */
  default <R> R accept(Visitor<R> visitor) {
    return switch (verb()) {
      case DEFINE -> visitor.define((Define) this);
      case JOIN -> visitor.join((Join) this);
      case SET -> visitor.set((Set) this);
      case PROFILE -> visitor.profile((UpdateProfile) this);
      case SUSPEND -> visitor.suspend((Suspend) this);
      case REINSTATE -> visitor.reinstate((Reinstate) this);
      case WITHDRAW -> visitor.withdraw((Withdraw) this);
      case REMOVE -> visitor.remove((Remove) this);
      case UNDEFINE -> visitor.undefine((Undefine) this);
    };
  }

  /** A function of an operation with one method a kind, so that a new kind cannot be forgotten. */
  interface Visitor<R> {

    R define(Define operation);

    R join(Join operation);

    R set(Set operation);

    R profile(UpdateProfile operation);

    R suspend(Suspend operation);

    R reinstate(Reinstate operation);

    R withdraw(Withdraw operation);

    R remove(Remove operation);

    R undefine(Undefine operation);
  }

  /** One on a person. */
  sealed interface OnPerson extends Operation {

    /** Whom it is about. */
    Email email();

    @Override
    default Assignee assignee() {
      return new Assignee.Person(email());
    }
  }

  /**
   * Makes a group or a role that the job file declares, changes what it is like, or gives it
   * another name, by which everybody who has to do with it keeps what they have.
   *
   * @param resource by the name that it has afterwards
   * @param was by the name that it has now, where that is another one
   * @param before what it is like now; empty where it is made
   */
  record Define(
      Resource resource, Optional<Resource> was, Optional<Definition> before, Definition after)
      implements Operation {

    /**
     * Checks that it is about one thing.
     *
     * @throws IllegalArgumentException where what is renamed is of another kind, or not there
     */
    public Define {
      if (was.isPresent()
          && (before.isEmpty()
              || was.get().kind() != resource.kind()
              || was.get().equals(resource))) {
        throw new IllegalArgumentException("only what is there can get another name");
      }
    }

    /** One that keeps its name. */
    public Define(Resource resource, Optional<Definition> before, Definition after) {
      this(resource, Optional.empty(), before, after);
    }

    /** What it is changed from, by the name that it has now. */
    public Resource now() {
      return was.orElse(resource);
    }

    @Override
    public Verb verb() {
      return Verb.DEFINE;
    }

    @Override
    public Assignee assignee() {
      return new Assignee.GroupNamed(resource);
    }

    @Override
    public List<Change> changes() {
      return List.of();
    }
  }

  /**
   * Brings a person in with their first rights, in one request.
   *
   * @param rights sorted
   * @param details what else the tenant is told of them, by what it is called in the job file
   */
  record Join(
      Email email,
      String name,
      List<Entitlement> rights,
      Joining by,
      SortedMap<String, String> details)
      implements OnPerson {

    /** Sorts and copies. */
    public Join {
      rights = sorted(rights);
      details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** Somebody of whom nothing else is told. */
    public Join(Email email, String name, List<Entitlement> rights, Joining by) {
      this(email, name, rights, by, Collections.emptySortedMap());
    }

    @Override
    public Verb verb() {
      return Verb.JOIN;
    }

    @Override
    public List<Change> changes() {
      return gains(rights);
    }
  }

  /**
   * Gives, changes or takes one right.
   *
   * @param before what is held now on the resource; empty where it is given
   * @param after what is to be held there; empty where it is taken
   */
  record Set(Assignee assignee, Optional<Entitlement> before, Optional<Entitlement> after)
      implements Operation {

    /**
     * Checks that it is about one right.
     *
     * @throws IllegalArgumentException where it is about nothing, or about two resources
     */
    public Set {
      if (before.isEmpty() && after.isEmpty()
          || before.isPresent() && after.isPresent() && !before.get().sameResource(after.get())) {
        throw new IllegalArgumentException("a change is about one right");
      }
    }

    /** Gives a right. */
    public static Set give(Assignee assignee, Entitlement right) {
      return new Set(assignee, Optional.empty(), Optional.of(right));
    }

    /** Takes a right. */
    public static Set take(Assignee assignee, Entitlement right) {
      return new Set(assignee, Optional.of(right), Optional.empty());
    }

    /** What the right is on. */
    public Resource on() {
      return before.or(() -> after).orElseThrow().on();
    }

    @Override
    public Verb verb() {
      return Verb.SET;
    }

    @Override
    public List<Change> changes() {
      return List.of(new Change(before, after));
    }
  }

  /** Changes what somebody who is there is called. */
  record UpdateProfile(Email email, Profile before, Profile after) implements OnPerson {

    @Override
    public Verb verb() {
      return Verb.PROFILE;
    }

    @Override
    public List<Change> changes() {
      return List.of();
    }
  }

  /**
   * Takes a leaver's access, with the rights that go by this. Others go by operations of their own,
   * with the same reason.
   *
   * @param before the rights that go by this, sorted
   */
  record Suspend(Email email, List<Entitlement> before, Suspension by) implements OnPerson {

    /** Sorts and copies. */
    public Suspend {
      before = sorted(before);
    }

    @Override
    public Verb verb() {
      return Verb.SUSPEND;
    }

    @Override
    public List<Change> changes() {
      return losses(before);
    }
  }

  /**
   * Brings a suspended member back: a rehire.
   *
   * @param rights what suspending took and this gives, sorted
   */
  record Reinstate(Email email, List<Entitlement> rights, Suspension by) implements OnPerson {

    /** Sorts and copies. */
    public Reinstate {
      rights = sorted(rights);
    }

    @Override
    public Verb verb() {
      return Verb.REINSTATE;
    }

    @Override
    public List<Change> changes() {
      return gains(rights);
    }
  }

  /** Takes a right out of a pending invitation, by the vendor's id of that invitation. */
  record Withdraw(Email email, Entitlement right, String invitation) implements OnPerson {

    @Override
    public Verb verb() {
      return Verb.WITHDRAW;
    }

    @Override
    public List<Change> changes() {
      return losses(List.of(right));
    }
  }

  /**
   * Deletes the account, with everything it holds.
   *
   * @param before sorted
   */
  record Remove(Email email, List<Entitlement> before) implements OnPerson {

    /** Sorts and copies. */
    public Remove {
      before = sorted(before);
    }

    @Override
    public Verb verb() {
      return Verb.REMOVE;
    }

    @Override
    public List<Change> changes() {
      return losses(before);
    }
  }

  /**
   * Deletes a group or a role that nobody has to do with any more.
   *
   * @param before what it is like now
   */
  record Undefine(Resource resource, Definition before) implements Operation {

    @Override
    public Verb verb() {
      return Verb.UNDEFINE;
    }

    @Override
    public Assignee assignee() {
      return new Assignee.GroupNamed(resource);
    }

    @Override
    public List<Change> changes() {
      return List.of();
    }
  }

  private static List<Entitlement> sorted(Collection<Entitlement> rights) {
    return rights.stream().sorted().distinct().toList();
  }

  private static List<Change> gains(List<Entitlement> rights) {
    return changes(rights.stream().map(Change::gain));
  }

  private static List<Change> losses(List<Entitlement> rights) {
    return changes(rights.stream().map(Change::loss));
  }

  /** Without those of which nothing is held before or after. */
  private static List<Change> changes(Stream<Change> all) {
    return all.filter(change -> change.on().isPresent()).toList();
  }
}
