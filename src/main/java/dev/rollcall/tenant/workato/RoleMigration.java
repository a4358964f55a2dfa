package dev.rollcall.tenant.workato;

import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
import dev.rollcall.tenant.AccessRefused;
import dev.rollcall.tenant.Outcome;
import dev.rollcall.tenant.PermissionMigration;
import dev.rollcall.tenant.http.CallOutcome;
import dev.rollcall.tenant.http.FinishedCall;
import dev.rollcall.tenant.workato.payload.GrantRow;
import dev.rollcall.tenant.workato.payload.Id;
import dev.rollcall.tenant.workato.payload.MigrationRow;
import dev.rollcall.tenant.workato.payload.NamedRow;
import dev.rollcall.tenant.workato.payload.PersonRow;
import dev.rollcall.tenant.workato.payload.ProjectRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The migration of a workspace to the newer permission model. Used by one thread. */
final class RoleMigration implements PermissionMigration {

  private static final Map<String, Successor> SUCCESSORS =
      Map.of(
          "Admin", new Successor(List.of("Environment admin"), "Project admin"),
          "Analyst", new Successor(List.of("Environment manager", "Member"), "Advanced builder"),
          "Operator", new Successor(List.of("Member"), "Project operator"));

  private final WorkatoContext context;
  private final Collection<Environment> environments;

  /** Nothing was asked yet. */
  RoleMigration(WorkatoContext context, Collection<Environment> environments) {
    this.context = context;
    this.environments = environments;
  }

  @Override
  public Optional<Successor> successor(String role) {
    return Optional.ofNullable(SUCCESSORS.get(role));
  }

  @Override
  public List<String> systemRoles() {
    return WorkatoVocabulary.LEGACY_SYSTEM_ROLES;
  }

  @Override
  public Access now() {
    HeldRights held = new HeldRights();
    List<ActualMember> members = context.lists().members();
    context.index().members(members);
    for (ActualMember member : members) {
      held.person(member.email(), member.name());
      member.roles().forEach(role -> held.right(member.email(), role));
    }
    environments.forEach(each -> held.resource(WorkatoVocabulary.resource(each)));
    if (context.model().model() == PermissionModel.RBAC) {
      environments.forEach(each -> readProjects(each, held));
    }
    return held.access();
  }

  private void readProjects(Environment environment, HeldRights held) {
    for (ProjectRow project : context.lists().projects(environment)) {
      GrantLocation place = new GrantLocation(project.name(), environment, project.id());
      held.resource(place.resource());
      for (GrantRow grant : context.lists().grants(environment, project.id()).rows()) {
        Entitlement right = place.role(grant.projectRole().name());
        grant.user().ifPresent(user -> held.right(email(user), right));
      }
    }
  }

  private Optional<Email> email(PersonRow user) {
    return context.index().email(user.id()).or(() -> CompleteLists.email(user.email()));
  }

  @Override
  public Access rehearse() {
    FinishedCall<MigrationRow> finished = context.api().roles().rehearseMigration();
    if (WorkatoErrors.notFound(finished.last())) {
      throw new AccessRefused(
          Endpoint.MIGRATE_ROLES.call()
              + " "
              + WorkatoErrors.why(finished.last())
              + ": this workspace cannot be migrated through the API; there is a wizard in its"
              + " settings");
    }
    return announced(context.access().read(Endpoint.MIGRATE_ROLES, context.main(), finished));
  }

  private static Access announced(MigrationRow row) {
    HeldRights held = new HeldRights();
    for (MigrationRow.Collaborator person : row.collaborators()) {
      Optional<Email> email = CompleteLists.email(person.email());
      held.person(email, person.name());
      person.roles().stream()
          .filter(role -> isHeld(role.environment(), role.name()))
          .forEach(
              role ->
                  held.right(
                      email,
                      WorkatoVocabulary.environmentRole(
                          new Environment(role.environment()), role.name())));
    }
    row.projects().stream()
        .filter(project -> isHeld(project.environment(), project.name()))
        .forEach(project -> announced(project, held));
    return held.access();
  }

  private static void announced(MigrationRow.Project project, HeldRights held) {
    Environment environment = new Environment(project.environment());
    held.resource(WorkatoVocabulary.project(project.name(), environment));
    project.holders().stream()
        .filter(holder -> isHeld(project.environment(), holder.role()))
        .forEach(
            holder ->
                held.right(
                    CompleteLists.email(holder.email()),
                    WorkatoVocabulary.projectRole(project.name(), environment, holder.role())));
  }

  private static boolean isHeld(String environment, String role) {
    return !environment.isBlank() && !role.isBlank() && !WorkatoVocabulary.isNoAccess(role);
  }

  @Override
  public List<String> customRoles() {
    return context.lists().legacyRoles(Optional::empty).stream().map(NamedRow::name).toList();
  }

  @Override
  public Outcome migrateRole(String customRole) {
    Optional<Id> role =
        context.lists().legacyRoles(Optional::empty).stream()
            .filter(row -> row.name().equals(customRole))
            .map(NamedRow::id)
            .findFirst();
    return role.map(
            id -> outcome(context.api().roles().migrateCustomRole(id), Endpoint.MIGRATE_ROLE))
        .orElseGet(
            () -> new Outcome.Refused(404, "there is no custom role \"" + customRole + "\""));
  }

  @Override
  public Outcome migrate() {
    FinishedCall<String> finished = context.api().roles().migrateRoles();
    if (finished.last() instanceof CallOutcome.Accepted) {
      return isNewer()
          ? new Outcome.Applied()
          : new Outcome.Refused(
              200, "it was answered that all is well, but the workspace has the older model still");
    }
    return finished.last().isLost() && isNewer()
        ? new Outcome.AlreadySo(
            "no usable answer came, but the workspace has the newer permission model now")
        : outcome(finished, Endpoint.MIGRATE_ROLES);
  }

  /** A token may not be allowed to see it any more: other privileges are needed from now on. */
  private boolean isNewer() {
    try {
      context.model().lookAgain();
    } catch (AccessRefused e) {
      context.model().migrated();
    }
    return context.model().model() == PermissionModel.RBAC;
  }

  private Outcome outcome(FinishedCall<String> finished, Endpoint endpoint) {
    if (finished.last() instanceof CallOutcome.Accepted) {
      return new Outcome.Applied();
    }
    return WorkatoErrors.notPermitted(finished.last())
        ? context.access().turnedAway(endpoint, context.main(), finished)
        : context.access().outcome(finished);
  }

  @Override
  public List<String> roles() {
    CompleteLists lists = context.lists();
    List<NamedRow> listed =
        switch (context.model().model()) {
          case RBAC -> lists.environmentRoles(Optional::empty);
          case LEGACY -> lists.legacyRoles(Optional::empty);
        };
    return listed.stream().map(NamedRow::name).toList();
  }
}
