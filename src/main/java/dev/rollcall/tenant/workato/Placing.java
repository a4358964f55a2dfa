package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Email;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns operations into the API's terms; those on one target share it. Used by one thread. */
final class Placing {

  private final Tools tools;
  private final Map<String, SharedTarget> targets = new HashMap<>();

  Placing(Tools tools) {
    this.tools = tools;
  }

  Work place(PlannedOperation planned) {
    return WorkatoOperation.of(planned.operation()).accept(new Visitor(planned.sequence()));
  }

  @SuppressWarnings("unchecked") // a key begins with the kind of its target
  private <T extends SharedTarget> T shared(String key, Supplier<T> target) {
    return (T) targets.computeIfAbsent(key, ignored -> target.get());
  }

  private final class Visitor implements WorkatoOperation.Visitor<Work> {
    private final int sequence;

    private Visitor(int sequence) {
      this.sequence = sequence;
    }

    @Override
    public Work createGroup(WorkatoOperation.CreateGroup operation) {
      return new Work.Creation(operation);
    }

    @Override
    public Work invite(WorkatoOperation.Invite operation) {
      return new Work.Invitation(operation);
    }

    @Override
    public Work setEnvironmentRole(WorkatoOperation.SetEnvironmentRole operation) {
      return roles(operation.email(), List.of(operation.environment()), env -> operation.after());
    }

    @Override
    public Work suspend(WorkatoOperation.Suspend operation) {
      return roles(
          operation.email(),
          List.copyOf(operation.before().keySet()),
          environment -> Optional.empty());
    }

    @Override
    public Work reinstate(WorkatoOperation.Reinstate operation) {
      SortedMap<Environment, String> roles = operation.roles();
      return roles(
          operation.email(),
          List.copyOf(roles.keySet()),
          environment -> Optional.ofNullable(roles.get(environment)));
    }

    private Work roles(
        Email email, List<Environment> environments, Function<Environment, Optional<String>> role) {
      Optional<Id> member = tools.index().member(email);
      if (member.isEmpty()) {
        boolean taking = environments.stream().allMatch(each -> role.apply(each).isEmpty());
        return noMember(email, taking);
      }
      RolesTarget target =
          shared("roles " + email, () -> new RolesTarget(tools, email, member.get()));
      List<Item> items = new ArrayList<>();
      for (Environment environment : environments) {
        items.add(target.item(sequence, environment, role.apply(environment)));
      }
      return items.isEmpty()
          ? new Work.Nameless(email + " holds no role in any environment", true)
          : new Work.Shared(target, items);
    }

    @Override
    public Work addToGroup(WorkatoOperation.AddToGroup operation) {
      Optional<Id> group = tools.index().group(operation.group());
      Optional<Id> member = tools.index().member(operation.email());
      if (group.isEmpty()) {
        return noGroup(operation.group(), false);
      }
      if (member.isEmpty()) {
        return noMember(operation.email(), false);
      }
      GroupTarget target =
          shared(
              "add " + operation.group(),
              () -> GroupTarget.adding(tools, operation.group(), group.get()));
      return new Work.Shared(target, List.of(target.member(sequence, member.get())));
    }

    @Override
    public Work removeFromGroup(WorkatoOperation.RemoveFromGroup operation) {
      Optional<Id> group = tools.index().group(operation.group());
      Optional<Id> member = tools.index().member(operation.email());
      if (group.isEmpty()) {
        return noGroup(operation.group(), true);
      }
      if (member.isEmpty()) {
        return noMember(operation.email(), true);
      }
      GroupTarget target = removing(operation.group(), group.get());
      return new Work.Shared(target, List.of(target.member(sequence, member.get())));
    }

    @Override
    public Work withdrawFromGroup(WorkatoOperation.WithdrawFromGroup operation) {
      Optional<Id> group = tools.index().group(operation.group());
      if (group.isEmpty()) {
        return noGroup(operation.group(), true);
      }
      GroupTarget target = removing(operation.group(), group.get());
      return new Work.Shared(
          target, List.of(target.invitation(sequence, operation.email(), operation.invitation())));
    }

    private GroupTarget removing(String name, Id group) {
      return shared("remove " + name, () -> GroupTarget.removing(tools, name, group));
    }

    @Override
    public Work setProjectRole(WorkatoOperation.SetProjectRole operation) {
      boolean taking = operation.after().isEmpty();
      Optional<String> wrong = tools.environments().contradiction(operation.environment());
      if (wrong.isPresent()) {
        return new Work.Nameless("not sent: " + wrong.get(), false);
      }
      Optional<Id> project = tools.index().project(operation.project(), operation.environment());
      Optional<Id> assignee = assignee(operation.assignee());
      if (project.isEmpty()) {
        String name = operation.project() + "@" + operation.environment();
        return new Work.Nameless("there is no project \"" + name + "\" to be found", taking);
      }
      if (assignee.isEmpty()) {
        return operation
            .assignee()
            .person()
            .map(email -> noMember(email, taking))
            .orElseGet(() -> noGroup(operation.assignee().label(), taking));
      }
      if (operation.after().filter(role -> tools.index().projectRole(role).isEmpty()).isPresent()) {
        return new Work.Nameless(
            "there is no project role \"" + operation.after().get() + "\"", false);
      }
      GrantTarget target =
          shared(
              "grants " + operation.project() + "@" + operation.environment(),
              () ->
                  new GrantTarget(
                      tools, operation.project(), operation.environment(), project.get()));
      Item item = target.item(sequence, operation.assignee(), assignee.get(), operation.after());
      return taking
          ? new Work.Alone(new Revocation(tools, target, known(operation)), item)
          : new Work.Shared(target, List.of(item));
    }

    private Optional<Id> known(WorkatoOperation.SetProjectRole operation) {
      return tools
          .index()
          .grant(operation.project(), operation.environment(), operation.assignee());
    }

    private Optional<Id> assignee(Assignee assignee) {
      return assignee
          .person()
          .map(tools.index()::member)
          .orElseGet(() -> tools.index().group(assignee.label()));
    }

    @Override
    public Work remove(WorkatoOperation.Remove operation) {
      Optional<Id> member = tools.index().member(operation.email());
      if (member.isEmpty()) {
        return noMember(operation.email(), true);
      }
      Removal removal = new Removal(tools, member.get());
      return new Work.Alone(removal, removal.item(sequence));
    }

    private Work noMember(Email email, boolean satisfied) {
      return new Work.Nameless(email + " is no member of the workspace", satisfied);
    }

    private Work noGroup(String group, boolean satisfied) {
      return new Work.Nameless("there is no group \"" + group + "\"", satisfied);
    }
  }
}
