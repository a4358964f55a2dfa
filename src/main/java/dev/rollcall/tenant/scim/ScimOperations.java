package dev.rollcall.tenant.scim;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation;
import dev.rollcall.plan.PlannedOperation;
import dev.rollcall.tenant.careful.BatchItem;
import dev.rollcall.tenant.careful.Changeable;
import dev.rollcall.tenant.careful.DefinedThing;
import dev.rollcall.tenant.careful.DefinitionUpdate;
import dev.rollcall.tenant.careful.RepeatableChanges;
import dev.rollcall.tenant.careful.ResolvedOperation;
import dev.rollcall.tenant.careful.SharedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lookup of what operations name: turns names into ids; operations on one list share it. Used
 * by one thread.
 */
final class ScimOperations {

  private final ScimContext context;
  private final RepeatableChanges changes;
  private final Map<String, ScimMembers> lists = new HashMap<>();

  ScimOperations(ScimContext context) {
    this.context = context;
    this.changes = new RepeatableChanges(context.access(), context.waiting());
  }

  ResolvedOperation resolve(PlannedOperation planned) {
    return planned.operation().accept(new Resolving(planned.sequence()));
  }

  /** The list that a {@link ScimMembers#reference} is of; empty where there is none any more. */
  Optional<SharedList> noted(String group) {
    return context
        .index()
        .called(group)
        .map(resource -> new ScimMembers(context, resource, group, true));
  }

  private final class Resolving implements Operation.Visitor<ResolvedOperation> {
    private final int sequence;

    private Resolving(int sequence) {
      this.sequence = sequence;
    }

    @Override
    public ResolvedOperation define(Operation.Define operation) {
      if (operation.was().isPresent()) {
        return renamed(operation, operation.was().get());
      }
      if (operation.before().isPresent()) {
        return new ResolvedOperation.Missing("a group has no description here", true);
      }
      return made(operation.resource());
    }

    private ResolvedOperation made(Resource resource) {
      if (!context.settings().createsGroups()) {
        return new ResolvedOperation.Missing(
            "target.allow-create does not say that groups may be made", false);
      }
      Optional<Resource> lacking =
          resource.container().filter(outer -> context.index().group(outer).isEmpty());
      if (lacking.isPresent()) {
        return new ResolvedOperation.Missing(
            "not sent: there is no %s \"%s\"".formatted(lacking.get().kind().noun(), lacking.get()),
            false);
      }
      Optional<String> name =
          resource.kind() == ScimVocabulary.GROUP
              ? Optional.of(resource.name())
              : context.meaning().name(resource);
      return name.<ResolvedOperation>map(each -> new ScimGroupCreation(context, resource, each))
          .orElseGet(
              () ->
                  new ResolvedOperation.Missing(
                      "target.group-names has no name that says this and nothing else", false));
    }

    private ResolvedOperation renamed(Operation.Define operation, Resource was) {
      Resource name = operation.resource();
      Optional<ScimGroup> group = context.index().group(was).or(() -> context.index().group(name));
      if (group.isEmpty()) {
        return new ResolvedOperation.Missing("there is no group \"" + was + "\"", false);
      }
      List<Resource> readings =
          context.meaning().readings(new ScimGroup(group.get().id(), name.name(), List.of()));
      if (!readings.isEmpty()) {
        return new ResolvedOperation.Missing(
            "a group called \"%s\" stands for the %s \"%s\" by target.group-names"
                .formatted(name, readings.get(0).kind().noun(), readings.get(0)),
            false);
      }
      return new DefinitionUpdate(
          changes,
          new DefinedScimGroup(context, was, name, group.get().id()),
          new DefinedThing.State(was.name(), operation.before().orElseThrow()),
          new DefinedThing.State(name.name(), operation.after()));
    }

    /** A group that is deleted loses all that hangs on it, wherever that is. */
    @Override
    public ResolvedOperation undefine(Operation.Undefine operation) {
      return new ResolvedOperation.Missing("a group is never deleted here", false);
    }

    @Override
    public ResolvedOperation join(Operation.Join operation) {
      return new ScimUserCreation(context, operation, sequence);
    }

    @Override
    public ResolvedOperation set(Operation.Set operation) {
      return operation
          .assignee()
          .person()
          .map(email -> set(email, operation))
          .orElseGet(() -> new ResolvedOperation.Missing("groups hold no rights here", false));
    }

    private ResolvedOperation set(Email email, Operation.Set operation) {
      boolean isTaking = operation.after().isEmpty();
      Optional<ScimUser> user = context.index().user(email);
      if (user.isEmpty()) {
        return noUser(email, isTaking);
      }
      return operation.on().kind() == ScimVocabulary.ENVIRONMENT
          ? role(email, operation.on(), operation.after())
          : membership(user.get(), operation.on(), !isTaking);
    }

    private ResolvedOperation role(Email email, Resource on, Optional<Entitlement> after) {
      return alone(
          new UserStanding(context, email),
          UserStanding.role(sequence, on.name(), after.flatMap(Entitlement::level)));
    }

    private ResolvedOperation membership(ScimUser user, Resource on, boolean isGiving) {
      Optional<ScimGroup> group = context.index().group(on);
      if (group.isEmpty()) {
        return new ResolvedOperation.Missing(
            "there is no " + on.kind().noun() + " \"" + on + "\"", !isGiving);
      }
      Optional<Resource> lacking = lacking(user, on);
      if (isGiving && lacking.isPresent()) {
        return new ResolvedOperation.Missing(
            "not sent: that needs \"" + lacking.get() + "\", in which they are not", false);
      }
      ScimMembers list =
          lists.computeIfAbsent(
              isGiving + " " + on, key -> new ScimMembers(context, on, group.get().id(), isGiving));
      return new ResolvedOperation.Shared(list, List.of(list.member(sequence, user.id())));
    }

    /** What somebody has to be in first, and is not; empty where nothing is known to lack. */
    private Optional<Resource> lacking(ScimUser user, Resource on) {
      return Optional.of(on)
          .filter(each -> context.isOuterFirst())
          .flatMap(context::outer)
          .filter(outer -> context.index().isRead(outer.id()))
          .filter(outer -> !context.index().members(outer.id()).contains(user.id()))
          .flatMap(outer -> context.index().called(outer.id()));
    }

    @Override
    public ResolvedOperation profile(Operation.UpdateProfile operation) {
      Email email = operation.email();
      return context.index().user(email).isEmpty()
          ? noUser(email, false)
          : alone(
              new UserStanding(context, email, Optional.of(operation.after())),
              UserStanding.called(sequence, operation.after()));
    }

    @Override
    public ResolvedOperation suspend(Operation.Suspend operation) {
      return active(operation.email(), false);
    }

    @Override
    public ResolvedOperation reinstate(Operation.Reinstate operation) {
      return active(operation.email(), true);
    }

    private ResolvedOperation active(Email email, boolean isActive) {
      return context.index().user(email).isEmpty()
          ? noUser(email, false)
          : alone(new UserStanding(context, email), UserStanding.active(sequence, isActive));
    }

    @Override
    public ResolvedOperation withdraw(Operation.Withdraw operation) {
      return new ResolvedOperation.Missing("nobody is invited here", false);
    }

    @Override
    public ResolvedOperation remove(Operation.Remove operation) {
      Optional<ScimUser> user = context.index().user(operation.email());
      if (user.isEmpty()) {
        return noUser(operation.email(), true);
      }
      UserDeletion deletion = new UserDeletion(context, operation.email(), user.get().id());
      return alone(deletion, deletion.item(sequence));
    }

    private ResolvedOperation alone(Changeable changeable, BatchItem item) {
      return new ResolvedOperation.Repeatable(changes, changeable, item);
    }

    private static ResolvedOperation noUser(Email email, boolean isSatisfied) {
      return new ResolvedOperation.Missing(email + " has no account", isSatisfied);
    }
  }
}
