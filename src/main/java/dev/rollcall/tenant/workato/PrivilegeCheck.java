package dev.rollcall.tenant.workato;

import dev.rollcall.plan.Operation.Verb;
import dev.rollcall.tenant.Errand;
import dev.rollcall.tenant.Privilege;
import dev.rollcall.tenant.Privilege.State;
import dev.rollcall.tenant.ReadingStopped;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.GroupRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The check of what tokens may do, endpoint by endpoint. What reads is asked once, as small as can
 * be; what writes is only named, for the API has nothing that tells of it but the attempt.
 */
final class PrivilegeCheck {

  /** Nobody's id: who is let in learns that there is no such member. */
  private static final Id NOBODY = Id.of(0);

  private final WorkatoApi api;
  private final WorkatoAccess access;
  private final WorkatoContext context;
  private final WorkatoSettings settings;
  private final Environment main;
  private final List<Privilege> all = new ArrayList<>();

  PrivilegeCheck(WorkatoContext context, WorkatoSettings settings) {
    this.api = context.api();
    this.access = context.access();
    this.context = context;
    this.settings = settings;
    this.main = context.main();
  }

  List<Privilege> of(Errand errand) {
    Collection<Environment> tokens = settings.tokens().keySet();
    boolean isOlder = context.model().model() == PermissionModel.LEGACY;
    boolean groups =
        !isOlder && (errand.kinds().contains(WorkatoVocabulary.GROUP) || errand.takesAll());
    boolean projects =
        !isOlder && (errand.kinds().contains(WorkatoVocabulary.PROJECT) || errand.takesAll());
    tokens.forEach(each -> ask(Endpoint.WORKSPACE, each, api.workspace(each)));
    ask(Endpoint.MEMBERS, main, api.membersLike("nobody@invalid", row -> row.id()));
    ask(Endpoint.MEMBER, main, api.member(main, NOBODY));
    if (isOlder) {
      ask(Endpoint.LEGACY_ROLES, main, api.roles().legacyRoles(1));
    } else {
      askOfNames(errand, groups, projects, tokens);
    }
    askTheLog(errand);
    writing(errand, groups, projects);
    spareWorkspace();
    return List.copyOf(all);
  }

  /** Most jobs make groups, and never change one. */
  private static Privilege sparedForGroups(Privilege asked) {
    boolean isForChanges =
        asked.call().equals(Endpoint.GROUP.call())
            || asked.call().equals(Endpoint.GROUP_GRANTS.call());
    return isForChanges && asked.state() == State.MISSING
        ? with(
            asked,
            State.SPARED,
            "groups that are there are neither described, nor renamed, nor deleted without it")
        : asked;
  }

  private Optional<NamedRow> someRole(RoleKind kind) {
    return first(
        kind == RoleKind.ENVIRONMENT
            ? api.roles().environmentRoles(1)
            : api.roles().projectRoles(1));
  }

  private void askOfNames(
      Errand errand, boolean groups, boolean projects, Collection<Environment> tokens) {
    ask(Endpoint.ENVIRONMENT_ROLES, main, api.roles().environmentRoles(1));
    Optional<GroupRow> group = first(ask(Endpoint.GROUPS, main, api.groups(1)));
    if (errand.does(Verb.DEFINE, Verb.UNDEFINE)
        && errand.kinds().contains(WorkatoVocabulary.GROUP)) {
      askOf(Endpoint.GROUP, main, group, each -> api.group(each.id()));
      tokens.forEach(
          token ->
              askOf(
                  Endpoint.GROUP_GRANTS,
                  token,
                  group,
                  each -> api.onProjects().groupGrants(token, each.id(), 1)));
      all.replaceAll(PrivilegeCheck::sparedForGroups);
    }
    for (RoleKind kind : RoleKind.values()) {
      if (errand.kinds().contains(kind.kind())) {
        askOf(kind.calls().get(), main, someRole(kind), each -> api.roles().role(kind, each.id()));
      }
    }
    if (groups) {
      askOf(Endpoint.GROUP_MEMBERS, main, group, each -> api.groupMembers(each.id(), 1));
    }
    ask(Endpoint.PROJECT_ROLES, main, api.roles().projectRoles(1));
    for (Environment each : tokens) {
      Optional<ProjectRow> project =
          first(ask(Endpoint.PROJECTS, each, api.onProjects().projects(each, 1)));
      if (projects) {
        askOf(Endpoint.GRANTS, each, project, some -> api.onProjects().grants(each, some.id(), 1));
      }
    }
  }

  private void askTheLog(Errand errand) {
    if (errand.does(Verb.JOIN)) {
      Privilege asked =
          judged(
              Endpoint.AUDIT_LOG,
              main,
              context.log().look(main, context.waiting().clock().instant()).last());
      all.add(
          asked.state() == State.MISSING
              ? with(
                  asked,
                  State.SPARED,
                  "invitations are held back unless policy.earlier-invitations is none")
              : asked);
    }
  }

  private void writing(Errand errand, boolean groups, boolean projects) {
    name(errand.does(Verb.JOIN), joining(), main);
    boolean roles =
        errand.does(Verb.SUSPEND, Verb.REINSTATE)
            || errand.kinds().contains(WorkatoVocabulary.ENVIRONMENT);
    name(roles, Endpoint.SET_ROLES, main);
    name(errand.does(Verb.REMOVE), Endpoint.DELETE_MEMBER, main);
    boolean ownGroups = errand.kinds().contains(WorkatoVocabulary.GROUP);
    for (Endpoint each : List.of(Endpoint.CREATE_GROUP, Endpoint.UPDATE_GROUP)) {
      name(errand.does(Verb.DEFINE) && ownGroups, each, main);
    }
    name(errand.does(Verb.UNDEFINE) && ownGroups, Endpoint.DELETE_GROUP, main);
    boolean isOlder = context.model().model() == PermissionModel.LEGACY;
    boolean olderRoles =
        isOlder
            && errand.does(Verb.DEFINE)
            && errand.kinds().contains(WorkatoVocabulary.ENVIRONMENT_ROLE);
    name(olderRoles, Endpoint.UPDATE_LEGACY_ROLE, main);
    name(olderRoles, Endpoint.COPY_LEGACY_ROLE, main);
    for (RoleKind kind : isOlder ? new RoleKind[0] : RoleKind.values()) {
      boolean own = errand.kinds().contains(kind.kind());
      name(errand.does(Verb.DEFINE) && own, kind.calls().create(), main);
      name(errand.does(Verb.DEFINE) && own, kind.calls().update(), main);
      name(errand.does(Verb.UNDEFINE) && own, kind.calls().delete(), main);
    }
    name(errand.kinds().contains(WorkatoVocabulary.GROUP), Endpoint.ADD_MEMBERS, main);
    name(groups || errand.does(Verb.WITHDRAW), Endpoint.REMOVE_MEMBERS, main);
    for (Environment each : settings.tokens().keySet()) {
      name(errand.kinds().contains(WorkatoVocabulary.PROJECT), Endpoint.SET_GRANTS, each);
      name(projects, Endpoint.DELETE_GRANT, each);
    }
  }

  private Endpoint joining() {
    return switch (settings.joining()) {
      case INVITATION -> Endpoint.INVITE;
      case ACCOUNT -> Endpoint.ADD_ACCOUNT;
    };
  }

  private void name(boolean isNeeded, Endpoint endpoint, Environment environment) {
    if (isNeeded) {
      all.add(privilege(endpoint, environment, State.UNASKABLE, ""));
    }
  }

  private <T> FinishedCall<T> ask(
      Endpoint endpoint, Environment environment, FinishedCall<T> answered) {
    all.add(judged(endpoint, environment, answered.last()));
    return answered;
  }

  private <P> void askOf(
      Endpoint endpoint,
      Environment environment,
      Optional<P> place,
      Function<P, FinishedCall<?>> asking) {
    all.add(
        place
            .map(each -> judged(endpoint, environment, asking.apply(each).last()))
            .orElseGet(
                () ->
                    privilege(endpoint, environment, State.UNTOLD, "there is none to ask about")));
  }

  private Privilege judged(Endpoint endpoint, Environment environment, CallOutcome<?> answer) {
    if (answer instanceof CallOutcome.Stopped) {
      throw new ReadingStopped(settings.call(endpoint) + " " + WorkatoErrors.why(answer));
    }
    if (WorkatoErrors.notPermitted(answer)) {
      // A token that is let in nowhere lacks no privilege: that ends the check.
      access.refusal(endpoint, environment, answer);
      access.check();
      return privilege(endpoint, environment, State.MISSING, WorkatoErrors.why(answer));
    }
    boolean isLetIn =
        answer instanceof CallOutcome.Accepted
            || endpoint == Endpoint.MEMBER && WorkatoErrors.notFound(answer);
    return isLetIn
        ? privilege(endpoint, environment, State.GRANTED, "")
        : privilege(endpoint, environment, State.UNTOLD, WorkatoErrors.why(answer));
  }

  private Privilege privilege(
      Endpoint endpoint, Environment environment, State state, String detail) {
    return new Privilege(
        WorkatoVocabulary.resource(environment),
        settings.call(endpoint),
        endpoint.privilege(),
        state,
        detail);
  }

  private static Privilege with(Privilege privilege, State state, String detail) {
    return new Privilege(privilege.place(), privilege.call(), privilege.tick(), state, detail);
  }

  /** One token that says which workspace it is is enough, and so is the job file. */
  private void spareWorkspace() {
    boolean isKnown =
        settings.workspaceName().isPresent()
            || all.stream()
                .anyMatch(
                    each ->
                        each.call().equals(Endpoint.WORKSPACE.call())
                            && each.state() == State.GRANTED);
    if (isKnown) {
      all.replaceAll(
          each ->
              each.call().equals(Endpoint.WORKSPACE.call()) && each.state() == State.MISSING
                  ? with(each, State.SPARED, "which workspace it is is known without it")
                  : each);
    }
  }

  private static <T> Optional<T> first(FinishedCall<ListPage<T>> answered) {
    return answered.last() instanceof CallOutcome.Accepted<ListPage<T>> read
        ? read.value().rows().stream().findFirst()
        : Optional.empty();
  }
}
