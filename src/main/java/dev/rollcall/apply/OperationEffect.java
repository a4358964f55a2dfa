package dev.rollcall.apply;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Group;
import dev.rollcall.model.Kind;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.model.Vocabulary;
import dev.rollcall.plan.Operation;
import java.util.List;
import java.util.Optional;

/** Judges a roster that was just read: does an operation's effect show, or its before-state? */
public final class OperationEffect {

  /** How the workspace stands to an operation. */
  public enum Standing {
    /** As before the operation: it can be sent. */
    BEFORE,
    /** As the operation wants it. */
    AFTER,
    /** Neither: somebody else has changed it. */
    MOVED
  }

  private OperationEffect() {}

  /** Why an operation is not sent that finds neither. */
  public static String whyMoved(Operation operation, Roster actual) {
    return operation
        .assignee()
        .person()
        .flatMap(actual::person)
        .filter(person -> operation.verb() == Operation.Verb.JOIN)
        .filter(person -> person.status() == Status.INVITED)
        .map(OperationEffect::invitedOtherwise)
        .orElse("changed by somebody else since the plan was made");
  }

  private static String invitedOtherwise(Member invited) {
    List<String> rights = invited.entitlements().stream().map(Entitlement::toString).toList();
    return "is invited already, with "
        + (rights.isEmpty() ? "what is not known" : String.join(", ", rights))
        + "; what differs is corrected after acceptance";
  }

  /**
   * How the roster stands to an operation.
   *
   * @param actual members and invited people, with the groups and projects that the operation
   *     touches
   */
  public static Standing of(Operation operation, Roster actual) {
    return operation.accept(new Judge(actual));
  }

  private record Judge(Roster actual) implements Operation.Visitor<Standing> {

    @Override
    public Standing define(Operation.Define operation) {
      Optional<Definition> now = actual.definition(operation.resource());
      if (operation.before().isEmpty()) {
        return now.isEmpty() ? Standing.BEFORE : isMade(operation, now.get());
      }
      Optional<Definition> former = operation.was().flatMap(actual::definition);
      if (former.isPresent()) {
        // Both names are somebody's, or what is there is not what was to be renamed.
        return now.isEmpty() && former.equals(operation.before())
            ? Standing.BEFORE
            : Standing.MOVED;
      }
      return between(now, operation.before(), Optional.of(operation.after()));
    }

    /** A group that is there is as good as made; a role has to let people do what it is to. */
    private static Standing isMade(Operation.Define operation, Definition now) {
      boolean isSo =
          operation.after().config().isEmpty() || now.config().equals(operation.after().config());
      return isSo ? Standing.AFTER : Standing.MOVED;
    }

    @Override
    public Standing undefine(Operation.Undefine operation) {
      return between(
          actual.definition(operation.resource()),
          Optional.of(operation.before()),
          Optional.empty());
    }

    @Override
    public Standing join(Operation.Join operation) {
      Optional<Member> now = actual.person(operation.email());
      if (now.isEmpty()) {
        return Standing.BEFORE;
      }
      // Whoever sent it: an invitation with other rights is not the one that was to be sent.
      boolean invited =
          now.get().status() == Status.INVITED
              && now.get().entitlements().equals(operation.rights());
      return switch (operation.by()) {
        case INVITATION -> invited ? Standing.AFTER : Standing.MOVED;
        case ACCOUNT -> Standing.AFTER;
      };
    }

    @Override
    public Standing set(Operation.Set operation) {
      Optional<List<Entitlement>> held = held(operation.assignee());
      if (held.isEmpty()) {
        return operation.after().isEmpty() ? Standing.AFTER : Standing.MOVED;
      }
      Optional<Entitlement> now =
          held.get().stream().filter(right -> right.on().equals(operation.on())).findFirst();
      return between(now, operation.before(), operation.after());
    }

    @Override
    public Standing profile(Operation.UpdateProfile operation) {
      return between(
          member(operation.email()).map(Member::profile),
          Optional.of(operation.before()),
          Optional.of(operation.after()));
    }

    @Override
    public Standing suspend(Operation.Suspend operation) {
      Optional<Member> member = member(operation.email());
      if (member.isEmpty() || isSuspended(member.get(), operation.by())) {
        return Standing.AFTER;
      }
      return operation.before().containsAll(taken(member.get())) ? Standing.BEFORE : Standing.MOVED;
    }

    @Override
    public Standing reinstate(Operation.Reinstate operation) {
      Optional<Member> member = member(operation.email());
      if (member.isEmpty()) {
        return Standing.MOVED;
      }
      List<Entitlement> now = taken(member.get());
      boolean marked = member.get().status() == Status.SUSPENDED;
      return switch (operation.by()) {
        case WITHOUT_RIGHTS ->
            now.equals(operation.rights())
                ? Standing.AFTER
                : operation.rights().containsAll(now) ? Standing.BEFORE : Standing.MOVED;
        case MARKED, NONE ->
            marked
                ? Standing.BEFORE
                : now.containsAll(operation.rights()) ? Standing.AFTER : Standing.MOVED;
      };
    }

    @Override
    public Standing withdraw(Operation.Withdraw operation) {
      return actual
          .person(operation.email())
          .filter(member -> member.status() == Status.INVITED)
          .map(
              member ->
                  member.entitlements().contains(operation.right())
                      ? Standing.BEFORE
                      : Standing.AFTER)
          .orElse(Standing.MOVED);
    }

    @Override
    public Standing remove(Operation.Remove operation) {
      Optional<Member> member = member(operation.email());
      if (member.isEmpty()) {
        return Standing.AFTER;
      }
      List<Entitlement> held = member.get().entitlements();
      return operation.before().containsAll(held) ? Standing.BEFORE : Standing.MOVED;
    }

    private Optional<Member> member(Email email) {
      return actual.person(email).filter(member -> member.status() != Status.INVITED);
    }

    private Optional<List<Entitlement>> held(Assignee assignee) {
      return assignee
          .group()
          .map(group -> actual.group(group).map(Group::rights))
          .orElseGet(() -> assignee.person().flatMap(this::member).map(Member::entitlements));
    }

    /** What suspending takes of what somebody holds. */
    private static List<Entitlement> taken(Member member) {
      return member.entitlements().stream()
          .filter(right -> right.kind().is(Kind.Trait.TAKEN_BY_SUSPENDING))
          .toList();
    }

    private static boolean isSuspended(Member member, Vocabulary.Suspension by) {
      return switch (by) {
        case WITHOUT_RIGHTS -> taken(member).isEmpty();
        case MARKED, NONE -> member.status() == Status.SUSPENDED;
      };
    }

    private static <T> Standing between(Optional<T> now, Optional<T> before, Optional<T> after) {
      if (now.equals(after)) {
        return Standing.AFTER;
      }
      return now.equals(before) ? Standing.BEFORE : Standing.MOVED;
    }
  }
}
