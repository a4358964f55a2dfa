package dev.rollcall.tenant.workiva;

import dev.rollcall.model.Kind;
import dev.rollcall.model.Noun;
import dev.rollcall.model.Resource;
import dev.rollcall.plan.Operation.Verb;
import dev.rollcall.tenant.Errand;
import dev.rollcall.tenant.Privilege;
import dev.rollcall.tenant.Privilege.State;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workiva.payload.AdminPage;
import dev.rollcall.tenant.workiva.payload.IdName;
import dev.rollcall.tenant.workiva.payload.MembershipRow;
import dev.rollcall.tenant.workiva.payload.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check of what the client may do, request by request. What reads is asked once; of what writes
 * the token's scopes tell, as far as the server says them.
 */
final class ScopeCheckup {

  /** Whose credentials they are: there is one client. */
  private static final Kind CLIENT =
      Kind.define(0, "workiva:client", new Noun("client", "clients")).build();

  private static final Resource PLACE = Resource.of(CLIENT, "organization");

  private final WorkivaContext context;
  private final WorkivaApi api;
  private final List<Privilege> all = new ArrayList<>();

  ScopeCheckup(WorkivaContext context) {
    this.context = context;
    this.api = context.api();
  }

  List<Privilege> of(Errand errand) {
    ask(WorkivaCallKind.ORGANIZATION, api.organization());
    ask(WorkivaCallKind.ORGANIZATION_ROLES, api.organizationRoles(Optional.empty()));
    Optional<UserRow> user = first(ask(WorkivaCallKind.USERS, api.users(Optional.empty())));
    user.ifPresent(
        row -> ask(WorkivaCallKind.USER_ROLES, api.userRoles(row.id(), Optional.empty())));
    first(ask(WorkivaCallKind.WORKSPACES, api.workspaces(Optional.empty())))
        .ifPresent(this::askOfWorkspace);
    if (!context.files().all().isEmpty()) {
      ask(WorkivaCallKind.PERMISSIONS, api.permissions(Optional.empty()));
      context.files().all().values().stream()
          .findFirst()
          .ifPresent(
              file ->
                  ask(
                      WorkivaCallKind.FILE_PERMISSIONS,
                      api.filePermissions(file, Optional.empty())));
    }
    writing(errand);
    return List.copyOf(all);
  }

  private void askOfWorkspace(IdName workspace) {
    String id = workspace.id();
    ask(WorkivaCallKind.WORKSPACE_ROLES, api.workspaceRoles(id, Optional.empty()));
    Optional<MembershipRow> seat =
        first(ask(WorkivaCallKind.MEMBERSHIPS, api.memberships(id, Optional.empty())));
    seat.ifPresent(
        row ->
            ask(
                WorkivaCallKind.MEMBERSHIP_ROLES,
                api.membershipRoles(new SeatId(id, row.id()), Optional.empty())));
    first(ask(WorkivaCallKind.GROUPS, api.groups(id, Optional.empty())))
        .ifPresent(
            group ->
                ask(
                    WorkivaCallKind.GROUP_MEMBERS,
                    api.groupMembers(new GroupId(id, group.id()), Optional.empty())));
  }

  private void writing(Errand errand) {
    name(errand.does(Verb.JOIN), WorkivaCallKind.CREATE_USER);
    name(errand.does(Verb.REMOVE), WorkivaCallKind.DELETE_USER);
    name(errand.does(Verb.PROFILE), WorkivaCallKind.UPDATE_USER);
    name(errand.does(Verb.DEFINE), WorkivaCallKind.CREATE_GROUP);
    name(errand.does(Verb.UNDEFINE), WorkivaCallKind.DELETE_GROUP);
    name(is(errand, WorkivaVocabulary.ORGANIZATION_ROLE), WorkivaCallKind.CHANGE_USER_ROLES);
    name(is(errand, WorkivaVocabulary.WORKSPACE), WorkivaCallKind.CREATE_MEMBERSHIP);
    name(is(errand, WorkivaVocabulary.WORKSPACE), WorkivaCallKind.DELETE_MEMBERSHIP);
    name(is(errand, WorkivaVocabulary.WORKSPACE_ROLE), WorkivaCallKind.CHANGE_MEMBERSHIP_ROLES);
    name(is(errand, WorkivaVocabulary.GROUP), WorkivaCallKind.CHANGE_GROUP_MEMBERS);
    name(
        !context.files().all().isEmpty() && is(errand, WorkivaVocabulary.FILE),
        WorkivaCallKind.CHANGE_FILE_PERMISSIONS);
  }

  private static boolean is(Errand errand, Kind kind) {
    return errand.takesAll() || errand.kinds().contains(kind);
  }

  private void name(boolean isNeeded, WorkivaCallKind kind) {
    if (isNeeded) {
      boolean lacks = context.access().lacksScope(kind);
      all.add(
          privilege(
              kind,
              lacks ? State.MISSING : State.UNASKABLE,
              lacks ? "the token is not good for it" : ""));
    }
  }

  private <T> FinishedCall<T> ask(WorkivaCallKind kind, FinishedCall<T> answered) {
    CallOutcome<T> last = answered.last();
    if (last instanceof CallOutcome.Stopped) {
      throw new ReadingStopped(kind.call() + " " + WorkivaErrors.why(last));
    }
    if (WorkivaErrors.notPermitted(last)) {
      // A client that is let in nowhere lacks no scope: that ends the check.
      context.access().refusal(kind, last);
      context.access().check();
      all.add(privilege(kind, State.MISSING, WorkivaErrors.why(last)));
    } else if (last instanceof CallOutcome.Accepted) {
      all.add(privilege(kind, State.GRANTED, ""));
    } else {
      all.add(privilege(kind, State.UNTOLD, WorkivaErrors.why(last)));
    }
    return answered;
  }

  private static Privilege privilege(WorkivaCallKind kind, State state, String detail) {
    return new Privilege(PLACE, kind.call(), kind.scope(), state, detail);
  }

  private static <T> Optional<T> first(FinishedCall<AdminPage<T>> answered) {
    return answered.last() instanceof CallOutcome.Accepted<AdminPage<T>> read
        ? read.value().rows().stream().findFirst()
        : Optional.empty();
  }
}
