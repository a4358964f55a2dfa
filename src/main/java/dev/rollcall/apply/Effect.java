package dev.rollcall.apply;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Entitlement.GroupMembership;
import dev.rollcall.model.Entitlement.ProjectRole;
import dev.rollcall.model.Environment;
import dev.rollcall.model.Group;
import dev.rollcall.model.Member;
import dev.rollcall.model.Roster;
import dev.rollcall.model.Status;
import dev.rollcall.plan.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Judges a roster that was just read: does an operation's effect show, or its before-state? */
public final class Effect {

  /** How the workspace stands to an operation. */
  public enum Standing {
    /** As before the operation: it can be sent. */
    BEFORE,
    /** As the operation wants it. */
    AFTER,
    /** Neither: somebody else has changed it. */
    MOVED
  }

  private Effect() {}

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
    public Standing createGroup(Operation.CreateGroup operation) {
      return actual.group(operation.group()).isPresent() ? Standing.AFTER : Standing.BEFORE;
    }

    @Override
    public Standing invite(Operation.Invite operation) {
      return actual
          .person(operation.email())
          .map(member -> member.status() == Status.INVITED ? Standing.AFTER : Standing.MOVED)
          .orElse(Standing.BEFORE);
    }

    @Override
    public Standing setEnvironmentRole(Operation.SetEnvironmentRole operation) {
      return member(operation.email())
          .map(
              member ->
                  between(
                      Optional.ofNullable(member.environmentRoles().get(operation.environment())),
                      operation.before(),
                      operation.after()))
          .orElse(Standing.MOVED);
    }

    @Override
    public Standing addToGroup(Operation.AddToGroup operation) {
      return member(operation.email())
          .map(member -> isIn(member, operation.group()) ? Standing.AFTER : Standing.BEFORE)
          .orElse(Standing.MOVED);
    }

    @Override
    public Standing removeFromGroup(Operation.RemoveFromGroup operation) {
      return member(operation.email())
          .map(member -> isIn(member, operation.group()) ? Standing.BEFORE : Standing.AFTER)
          .orElse(Standing.AFTER);
    }

    @Override
    public Standing setProjectRole(Operation.SetProjectRole operation) {
      Optional<Stream<ProjectRole>> held = projectRoles(operation.assignee());
      if (held.isEmpty()) {
        return operation.after().isEmpty() ? Standing.AFTER : Standing.MOVED;
      }
      Optional<String> now =
          held.get()
              .filter(role -> role.project().equals(operation.project()))
              .filter(role -> role.environment().equals(operation.environment()))
              .map(ProjectRole::role)
              .findFirst();
      return between(now, operation.before(), operation.after());
    }

    @Override
    public Standing suspend(Operation.Suspend operation) {
      Optional<Member> member = member(operation.email());
      if (member.isEmpty() || member.get().environmentRoles().isEmpty()) {
        return Standing.AFTER;
      }
      SortedMap<Environment, String> now = member.get().environmentRoles();
      boolean shrunk =
          now.entrySet().stream()
              .allMatch(role -> role.getValue().equals(operation.before().get(role.getKey())));
      return shrunk ? Standing.BEFORE : Standing.MOVED;
    }

    @Override
    public Standing reinstate(Operation.Reinstate operation) {
      return member(operation.email())
          .map(
              member -> {
                Map<Environment, String> now = member.environmentRoles();
                if (now.equals(operation.roles())) {
                  return Standing.AFTER;
                }
                return operation.roles().entrySet().containsAll(now.entrySet())
                    ? Standing.BEFORE
                    : Standing.MOVED;
              })
          .orElse(Standing.MOVED);
    }

    @Override
    public Standing withdrawFromGroup(Operation.WithdrawFromGroup operation) {
      return actual
          .person(operation.email())
          .filter(member -> member.status() == Status.INVITED)
          .map(member -> isIn(member, operation.group()) ? Standing.BEFORE : Standing.AFTER)
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

    private Optional<Stream<ProjectRole>> projectRoles(Assignee assignee) {
      if (assignee instanceof Assignee.GroupNamed group) {
        return actual.group(group.name()).map(Group::projectRoles).map(List::stream);
      }
      return member(((Assignee.Person) assignee).email())
          .map(
              member ->
                  member.entitlements().stream()
                      .filter(ProjectRole.class::isInstance)
                      .map(ProjectRole.class::cast));
    }

    private static boolean isIn(Member member, String group) {
      return member.entitlements().contains(new GroupMembership(group));
    }

    private static Standing between(
        Optional<String> now, Optional<String> before, Optional<String> after) {
      if (now.equals(after)) {
        return Standing.AFTER;
      }
      return now.equals(before) ? Standing.BEFORE : Standing.MOVED;
    }
  }
}
