package dev.rollcall.tenant.workato;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Config;
import dev.rollcall.model.Email;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.DefinitionDeletion;
import dev.rollcall.tenant.careful.DefinitionUpdate;
import dev.rollcall.tenant.careful.RepeatableChanges;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.careful.SharedList;
import dev.rollcall.tenant.workato.payload.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lookup of what operations name: turns names into the workspace's ids; operations on one list
 * share it. Used by one thread.
 */
final class OperationResolver {

  private final WorkatoContext context;
  private final WorkatoIndex index;
  private final RepeatableChanges changes;
  private final Map<String, SharedList> lists = new HashMap<>();

  OperationResolver(WorkatoContext context) {
    this.context = context;
    this.index = context.index();
    this.changes = new RepeatableChanges(context.access(), context.waiting());
  }

  ResolvedOperation resolve(PlannedOperation planned) {
    return WorkatoOperation.of(planned.operation()).accept(new Resolving(planned.sequence()));
  }

  @SuppressWarnings("unchecked") // a key begins with the kind of its list
  private <T extends SharedList> T shared(String key, Supplier<T> list) {
    return (T) lists.computeIfAbsent(key, ignored -> list.get());
  }

  private final class Resolving implements WorkatoOperation.Visitor<ResolvedOperation> {
    private final int sequence;

    private Resolving(int sequence) {
      this.sequence = sequence;
    }

    @Override
    public ResolvedOperation createGroup(WorkatoOperation.CreateGroup operation) {
      return new GroupCreation(context, operation);
    }

    @Override
    public ResolvedOperation changeGroup(WorkatoOperation.ChangeGroup operation) {
      DefinedThing.State before = operation.before();
      return index
          .group(before.name())
          .or(() -> index.group(operation.after().name()))
          .<ResolvedOperation>map(
              id ->
                  new DefinitionUpdate(
                      changes,
                      new DefinedGroup(context, before.name(), id),
                      before,
                      operation.after()))
          .orElseGet(() -> noGroup(before.name(), false));
    }

    @Override
    public ResolvedOperation deleteGroup(WorkatoOperation.DeleteGroup operation) {
      DefinedThing.State before = operation.before();
      return index
          .group(before.name())
          .<ResolvedOperation>map(
              id ->
                  new DefinitionDeletion(
                      changes, new DefinedGroup(context, before.name(), id), before))
          .orElseGet(() -> noGroup(before.name(), true));
    }

    @Override
    public ResolvedOperation createRole(WorkatoOperation.CreateRole operation) {
      if (isLegacy()) {
        return new LegacyRoleCopy(context, operation);
      }
      RoleKind kind = operation.kind();
      if (operation.config().isPresent() || operation.copyOf().isEmpty()) {
        return new RoleCreation(
            context, kind, operation.name(), operation.config().orElse(Config.NOTHING));
      }
      return index
          .role(kind, operation.copyOf().get())
          .<ResolvedOperation>map(
              id ->
                  new RoleCreation(
                      context,
                      kind,
                      operation.name(),
                      WireConfig.of(context.lists().role(kind, id))))
          .orElseGet(() -> noRole(kind, operation.copyOf().get(), false));
    }

    @Override
    public ResolvedOperation changeRole(WorkatoOperation.ChangeRole operation) {
      DefinedThing.State before = operation.before();
      RoleKind kind = operation.kind();
      return index
          .role(kind, before.name())
          .or(() -> index.role(kind, operation.after().name()))
          .<ResolvedOperation>map(
              id ->
                  new DefinitionUpdate(
                      changes, role(kind, before.name(), id), before, operation.after()))
          .orElseGet(() -> noRole(kind, before.name(), false));
    }

    @Override
    public ResolvedOperation deleteRole(WorkatoOperation.DeleteRole operation) {
      DefinedThing.State before = operation.before();
      RoleKind kind = operation.kind();
      return index
          .role(kind, before.name())
          .<ResolvedOperation>map(
              id -> new DefinitionDeletion(changes, role(kind, before.name(), id), before))
          .orElseGet(() -> noRole(kind, before.name(), true));
    }

    private boolean isLegacy() {
      return context.model().model() == PermissionModel.LEGACY;
    }

    private DefinedThing role(RoleKind kind, String name, Id id) {
      return isLegacy()
          ? new DefinedLegacyRole(context, name, id)
          : new DefinedRole(context, kind, name, id);
    }

    private static ResolvedOperation noRole(RoleKind kind, String name, boolean satisfied) {
      return new ResolvedOperation.Missing(
          "there is no " + kind.kind().noun() + " \"" + name + "\"", satisfied);
    }

    @Override
    public ResolvedOperation invite(WorkatoOperation.Invite operation) {
      return new MemberInvitation(context, operation);
    }

    @Override
    public ResolvedOperation addAccount(WorkatoOperation.AddAccount operation) {
      return new AccountCreation(context, operation);
    }

    @Override
    public ResolvedOperation setEnvironmentRoles(WorkatoOperation.SetEnvironmentRoles operation) {
      Email email = operation.email();
      Optional<Id> member = context.added().member(email);
      if (member.isEmpty()) {
        return noMember(email, operation.isTaking());
      }
      EnvironmentRoleList list =
          shared("roles " + email, () -> new EnvironmentRoleList(context, email, member.get()));
      List<BatchItem> items =
          operation.changes().entrySet().stream()
              .map(change -> list.item(sequence, change.getKey(), change.getValue().after()))
              .toList();
      return items.isEmpty()
          ? new ResolvedOperation.Missing(email + " holds no role in any environment", true)
          : new ResolvedOperation.Shared(list, items);
    }

    @Override
    public ResolvedOperation setMembership(WorkatoOperation.SetMembership operation) {
      boolean taking = !operation.belongs();
      Optional<Id> group = index.group(operation.group());
      Optional<Id> member = context.added().member(operation.email());
      if (group.isEmpty()) {
        return noGroup(operation.group(), taking);
      }
      if (member.isEmpty() && operation.invitation().isEmpty()) {
        return noMember(operation.email(), taking);
      }
      GroupMemberList list =
          shared(
              "group " + operation.belongs() + " " + operation.group(),
              () ->
                  new GroupMemberList(
                      context, operation.group(), group.get(), operation.belongs()));
      BatchItem item =
          operation
              .invitation()
              .map(invitation -> list.invitation(sequence, operation.email(), invitation))
              .orElseGet(() -> list.member(sequence, member.orElseThrow()));
      return new ResolvedOperation.Shared(list, List.of(item));
    }

    @Override
    public ResolvedOperation setProjectRole(WorkatoOperation.SetProjectRole operation) {
      Optional<String> wrong = context.environments().contradiction(operation.environment());
      if (wrong.isPresent()) {
        return new ResolvedOperation.Missing("not sent: " + wrong.get(), false);
      }
      String place = operation.project() + "@" + operation.environment();
      Optional<Id> project = index.project(operation.project(), operation.environment());
      if (project.isEmpty()) {
        return new ResolvedOperation.Missing(
            "there is no project \"" + place + "\" to be found", operation.isTaking());
      }
      Optional<Id> assignee = id(operation.assignee());
      if (assignee.isEmpty()) {
        return operation
            .assignee()
            .person()
            .map(email -> noMember(email, operation.isTaking()))
            .orElseGet(() -> noGroup(operation.assignee().label(), operation.isTaking()));
      }
      Optional<String> role = operation.change().after();
      if (role.filter(name -> index.projectRole(name).isEmpty()).isPresent()) {
        return new ResolvedOperation.Missing(
            "there is no project role \"" + role.get() + "\"", false);
      }
      ProjectGrantList list =
          shared(
              "grants " + place,
              () ->
                  new ProjectGrantList(
                      context, operation.project(), operation.environment(), project.get()));
      BatchItem item = list.item(sequence, operation.assignee(), assignee.get(), role);
      return operation.isTaking()
          ? alone(new GrantRevocation(context, list, grant(operation)), item)
          : new ResolvedOperation.Shared(list, List.of(item));
    }

    private Optional<Id> grant(WorkatoOperation.SetProjectRole operation) {
      return index.grant(operation.project(), operation.environment(), operation.assignee());
    }

    private Optional<Id> id(Assignee assignee) {
      return assignee
          .person()
          .map(email -> context.added().member(email))
          .orElseGet(() -> index.group(assignee.label()));
    }

    @Override
    public ResolvedOperation remove(WorkatoOperation.Remove operation) {
      Optional<Id> member = context.added().member(operation.email());
      if (member.isEmpty()) {
        return noMember(operation.email(), true);
      }
      MemberRemoval removal = new MemberRemoval(context, member.get());
      return alone(removal, removal.item(sequence));
    }

    private ResolvedOperation alone(Changeable changeable, BatchItem item) {
      return new ResolvedOperation.Repeatable(changes, changeable, item);
    }

    private static ResolvedOperation noMember(Email email, boolean satisfied) {
      return new ResolvedOperation.Missing(email + " is no member of the workspace", satisfied);
    }

    private static ResolvedOperation noGroup(String group, boolean satisfied) {
      return new ResolvedOperation.Missing("there is no group \"" + group + "\"", satisfied);
    }
  }
}
