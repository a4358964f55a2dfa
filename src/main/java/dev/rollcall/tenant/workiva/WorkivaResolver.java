package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Assignee;
import dev.rollcall.model.Definition;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.DefinitionDeletion;
import dev.rollcall.tenant.careful.DefinitionUpdate;
import dev.rollcall.tenant.careful.RepeatableChanges;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.careful.SharedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns names into ids, and operations into what is asked for. Of one request. */
final class WorkivaResolver {

  private final WorkivaContext context;
  private final WorkivaIndex index;
  private final RepeatableChanges changes;
  private final Map<String, SharedList> lists = new HashMap<>();

  WorkivaResolver(WorkivaContext context) {
    this.context = context;
    this.index = context.index();
    this.changes = new RepeatableChanges(context.access(), context.waiting());
  }

  ResolvedOperation resolve(PlannedOperation planned) {
    return planned.operation().accept(new Resolving(planned.sequence()));
  }

  @SuppressWarnings("unchecked") // a key begins with the kind of its list
  private <T extends SharedList> T shared(String key, Supplier<T> list) {
    return (T) lists.computeIfAbsent(key, ignored -> list.get());
  }

  private ResolvedOperation alone(Changeable changeable, BatchItem item) {
    return new ResolvedOperation.Repeatable(changes, changeable, item);
  }

  private static ResolvedOperation missing(String what, boolean satisfied) {
    return new ResolvedOperation.Missing(what, satisfied);
  }

  private final class Resolving implements Operation.Visitor<ResolvedOperation> {
    private final int sequence;

    private Resolving(int sequence) {
      this.sequence = sequence;
    }

    @Override
    public ResolvedOperation define(Operation.Define operation) {
      if (operation.was().isPresent()) {
        return renamed(operation, operation.was().get(), operation.before().orElseThrow());
      }
      if (operation.before().isPresent()) {
        return missing("a workspace group has no description to be changed", true);
      }
      return in(
          operation.resource().container().orElseThrow(),
          false,
          workspace -> {
            GroupMaking making = new GroupMaking(context, workspace, operation.resource());
            return alone(making, making.item(sequence));
          });
    }

    @Override
    public ResolvedOperation undefine(Operation.Undefine operation) {
      Resource group = operation.resource();
      return defined(group, List.of(group))
          .<ResolvedOperation>map(
              thing -> new DefinitionDeletion(changes, thing, state(group, operation.before())))
          .orElseGet(() -> missing("there is no workspace group \"" + group + "\"", true));
    }

    private ResolvedOperation renamed(Operation.Define operation, Resource was, Definition before) {
      return defined(was, List.of(was, operation.resource()))
          .<ResolvedOperation>map(
              thing ->
                  new DefinitionUpdate(
                      changes,
                      thing,
                      state(was, before),
                      state(operation.resource(), operation.after())))
          .orElseGet(() -> missing("there is no workspace group \"" + was + "\"", false));
    }

    private static DefinedThing.State state(Resource group, Definition definition) {
      return new DefinedThing.State(group.name(), definition);
    }

    /** A group that has one of these names. */
    private Optional<DefinedThing> defined(Resource group, List<Resource> names) {
      return index
          .id(group.container().orElseThrow())
          .flatMap(
              workspace ->
                  names.stream()
                      .flatMap(name -> index.id(name).stream())
                      .findFirst()
                      .map(
                          id ->
                              new DefinedWorkspaceGroup(
                                  context, names, new GroupId(workspace, id))));
    }

    private ResolvedOperation in(
        Resource workspace, boolean taking, Function<String, ResolvedOperation> resolving) {
      return index
          .id(workspace)
          .map(resolving)
          .orElseGet(() -> missing("there is no workspace \"" + workspace + "\"", taking));
    }

    @Override
    public ResolvedOperation join(Operation.Join operation) {
      WorkivaUserCreation creation = new WorkivaUserCreation(context, operation);
      return alone(creation, creation.item(sequence));
    }

    @Override
    public ResolvedOperation set(Operation.Set operation) {
      boolean taking = operation.after().isEmpty();
      return switch (WorkivaVocabulary.Thing.of(operation.on())) {
        case ORGANIZATION_ROLE -> person(operation, user -> organizationRole(operation, user));
        case WORKSPACE ->
            person(
                operation,
                user ->
                    in(
                        operation.on(),
                        taking,
                        workspace -> {
                          WorkspaceMembership membership =
                              new WorkspaceMembership(context, workspace, user, !taking);
                          return alone(membership, membership.item(sequence));
                        }));
        case WORKSPACE_ROLE -> seated(operation, seat -> workspaceRole(operation, seat));
        case GROUP ->
            person(
                operation,
                user ->
                    in(
                        operation.on().container().orElseThrow(),
                        taking,
                        workspace -> group(operation, workspace, user)));
        case FILE -> file(operation);
      };
    }

    private ResolvedOperation person(
        Operation.Set operation, Function<String, ResolvedOperation> resolving) {
      Optional<Email> email = operation.assignee().person();
      if (email.isEmpty()) {
        return missing("a group can only hold permissions on files", false);
      }
      return index
          .user(email.get())
          .map(resolving)
          .orElseGet(
              () ->
                  missing(
                      email.get() + " is not in the organization", operation.after().isEmpty()));
    }

    private ResolvedOperation organizationRole(Operation.Set operation, String user) {
      boolean gives = operation.after().isPresent();
      Optional<String> role = index.id(operation.on());
      if (role.isEmpty()) {
        return missing("there is no organization role \"" + operation.on() + "\"", !gives);
      }
      HeldRoleList list =
          shared(
              "organization roles " + gives + " " + user,
              () ->
                  HeldRoleList.ofUser(
                      context,
                      user,
                      "organization roles of " + operation.assignee().label(),
                      gives));
      return new ResolvedOperation.Shared(
          list, List.of(list.item(sequence, role.get(), operation.on().name())));
    }

    private ResolvedOperation seated(
        Operation.Set operation, Function<SeatId, ResolvedOperation> resolving) {
      Resource workspace = operation.on().container().orElseThrow();
      boolean taking = operation.after().isEmpty();
      return person(
          operation,
          user ->
              in(
                  workspace,
                  taking,
                  id ->
                      index
                          .seat(id, user)
                          .map(resolving)
                          .orElseGet(
                              () ->
                                  missing(
                                      operation.assignee().label()
                                          + " is no member of the workspace \""
                                          + workspace
                                          + "\"",
                                      taking))));
    }

    private ResolvedOperation workspaceRole(Operation.Set operation, SeatId seat) {
      boolean gives = operation.after().isPresent();
      Optional<String> role = index.id(operation.on());
      if (role.isEmpty()) {
        return missing("there is no workspace role \"" + operation.on() + "\"", !gives);
      }
      HeldRoleList list =
          shared(
              "workspace roles " + gives + " " + seat,
              () ->
                  HeldRoleList.ofSeat(
                      context,
                      seat,
                      "workspace roles of "
                          + operation.assignee().label()
                          + " in \""
                          + operation.on().container().orElseThrow()
                          + "\"",
                      gives));
      return new ResolvedOperation.Shared(
          list, List.of(list.item(sequence, role.get(), operation.on().name())));
    }

    private ResolvedOperation group(Operation.Set operation, String workspace, String user) {
      boolean adding = operation.after().isPresent();
      Optional<String> id = index.id(operation.on());
      if (id.isEmpty()) {
        return missing("there is no workspace group \"" + operation.on() + "\"", !adding);
      }
      if (adding && index.seat(workspace, user).isEmpty()) {
        return missing(
            "%s is no member of the workspace \"%s\", so no group of it can have them"
                .formatted(operation.assignee().label(), operation.on().container().orElseThrow()),
            false);
      }
      GroupPeople list =
          shared(
              "group " + adding + " " + id.get(),
              () ->
                  new GroupPeople(
                      context,
                      operation.on().toString(),
                      new GroupId(workspace, id.get()),
                      adding));
      return new ResolvedOperation.Shared(list, List.of(list.item(sequence, user)));
    }

    private ResolvedOperation file(Operation.Set operation) {
      boolean taking = operation.after().isEmpty();
      Optional<WorkivaFile> file = context.files().of(operation.on());
      Optional<String> principal = principal(operation.assignee());
      if (file.isEmpty()) {
        return missing("target.files names no file \"" + operation.on() + "\"", taking);
      }
      if (principal.isEmpty()) {
        return missing(
            "there is nobody called \"" + operation.assignee().label() + "\" to be found", taking);
      }
      Optional<String> level = operation.after().flatMap(Entitlement::level);
      Optional<String> permission = level.flatMap(context.files()::permission);
      if (level.isPresent() && permission.isEmpty()) {
        return missing("there is no permission \"" + level.get() + "\"", false);
      }
      PermissionList list =
          shared(
              "permissions " + taking + " " + file.get().id(),
              () -> new PermissionList(context, operation.on().name(), file.get(), !taking));
      return new ResolvedOperation.Shared(
          list, List.of(list.item(sequence, principal.get(), permission)));
    }

    private Optional<String> principal(Assignee assignee) {
      return assignee
          .person()
          .map(index::user)
          .orElseGet(() -> assignee.group().flatMap(index::id));
    }

    @Override
    public ResolvedOperation profile(Operation.UpdateProfile operation) {
      return index
          .user(operation.email())
          .map(
              user -> {
                UserNames names =
                    new UserNames(context, user, operation.before(), operation.after());
                return alone(names, names.item(sequence));
              })
          .orElseGet(() -> missing(operation.email() + " is not in the organization", false));
    }

    @Override
    public ResolvedOperation suspend(Operation.Suspend operation) {
      return missing("this API cannot suspend anybody", false);
    }

    @Override
    public ResolvedOperation reinstate(Operation.Reinstate operation) {
      return missing("this API cannot bring back anybody who is suspended", false);
    }

    @Override
    public ResolvedOperation withdraw(Operation.Withdraw operation) {
      return missing("nobody is invited to an organization", false);
    }

    @Override
    public ResolvedOperation remove(Operation.Remove operation) {
      return index
          .user(operation.email())
          .map(
              user -> {
                UserRemoval removal = new UserRemoval(context, user);
                return alone(removal, removal.item(sequence));
              })
          .orElseGet(() -> missing(operation.email() + " is not in the organization", true));
    }
  }
}
