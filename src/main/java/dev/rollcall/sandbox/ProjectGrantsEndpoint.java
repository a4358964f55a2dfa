package dev.rollcall.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** {@code /api/projects/:id/project_grants} and {@code /api/project_grants/:id}. */
final class ProjectGrantsEndpoint {
  private static final int MAX_GRANTS = 100;

  /** An item of an upsert whose names have all been looked up. */
  private record Wanted(String assignee, String role) {}

  private final SandboxTenant tenant;
  private final Store store;
  private final Shapes shapes;

  ProjectGrantsEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
    this.shapes = new Shapes(store);
  }

  Answer list(ApiCall call) {
    StoredRow.Project project = project(call, call.id());
    return Paging.bracketed(
        call, store.grantsByProject.all(Long.toString(project.id())), this::shape);
  }

  /** Adds or updates up to 100 grants, all or none; grants not named stay. */
  Answer upsert(ApiCall call) {
    StoredRow.Project project = granting(project(call, call.id()));
    JsonNode items = named(call);
    boolean isNone = !items.isArray() || items.isEmpty();
    if (isNone && !tenant.is(Switch.PUT_GRANTS, "replaces-even-by-none")) {
      throw Refusal.invalid("project_grants is required");
    }
    if (items.size() > MAX_GRANTS) {
      throw Refusal.invalid("project_grants is too long (maximum is 100)");
    }
    List<Wanted> wanted = new ArrayList<>();
    items.forEach(item -> wanted.add(wanted(item)));
    if (tenant.is(Switch.PUT_GRANTS, "ignored")) {
      return Answer.data(List.of());
    }
    List<StoredRow.Grant> granted = wanted.stream().map(each -> grant(project, each)).toList();
    if (tenant.behaviour().of(Switch.PUT_GRANTS).startsWith("replaces")) {
      dropOthers(project, granted);
    }
    return Answer.data(granted.stream().map(this::shape).toList());
  }

  /** The grants that a request names, from where the switch has them looked for. */
  private JsonNode named(ApiCall call) {
    return switch (tenant.behaviour().of(Switch.GRANT_PARAMETERS)) {
      case "query" -> GrantParameters.listed(call);
      case "indexed-query" -> GrantParameters.indexed(call);
      default -> call.body().isBlank() ? noBody() : call.json().path("project_grants");
    };
  }

  private static JsonNode noBody() {
    return SandboxJson.mapper().createArrayNode();
  }

  Answer get(ApiCall call) {
    return Answer.data(shape(find(call)));
  }

  Answer update(ApiCall call) {
    StoredRow.Grant grant = find(call);
    StoredRow.Grant changed = grant.withRole(role(single(call)));
    store.put(store.grants, changed.id(), changed);
    log("project_grant_updated", changed);
    return Answer.data(shape(changed));
  }

  Answer delete(ApiCall call) {
    StoredRow.Grant grant = find(call);
    log("project_grant_deleted", grant);
    store.remove(store.grants, grant.id());
    return Answer.undocumented(tenant.behaviour().of(Switch.DELETE_ANSWER));
  }

  /** The body of a single change, in the wrapper or without, as the switch has it. */
  private JsonNode single(ApiCall call) {
    JsonNode body = call.json();
    boolean wrapped = body.path("project_grant").isObject();
    if (tenant.is(Switch.PUT_GRANT_BODY, wrapped ? "bare" : "wrapped")) {
      throw Refusal.badRequest();
    }
    return wrapped ? body.path("project_grant") : body;
  }

  private Wanted wanted(JsonNode item) {
    String id = item.path("assignment_id").asString("");
    String type = item.path("assignment_type").asString("");
    boolean known =
        switch (type) {
          case "User" -> store.members.find(id).isPresent();
          case "UserGroup" -> store.groups.find(id).isPresent();
          default -> throw Refusal.invalid("assignment_type is invalid");
        };
    if (!known) {
      throw Refusal.invalid(type + " " + id + " not found");
    }
    return new Wanted(type + "/" + id, role(item));
  }

  private String role(JsonNode item) {
    String id = item.path("project_role_id").asString("");
    if (store.projectRoles.find(id).isEmpty()) {
      throw Refusal.invalid("Project role " + id + " not found");
    }
    return id;
  }

  private StoredRow.Grant grant(StoredRow.Project project, Wanted wanted) {
    Optional<StoredRow.Grant> held =
        store.grantsByBoth.first(project.id() + " " + wanted.assignee());
    StoredRow.Grant grant =
        held.map(each -> each.withRole(wanted.role()))
            .orElseGet(
                () ->
                    new StoredRow.Grant(
                        tenant.ids().grant(), project.id(), wanted.role(), wanted.assignee()));
    store.put(store.grants, grant.id(), grant);
    log(held.isPresent() ? "project_grant_updated" : "project_grant_created", grant);
    return grant;
  }

  private void dropOthers(StoredRow.Project project, List<StoredRow.Grant> kept) {
    Set<String> ids = new HashSet<>(kept.stream().map(StoredRow.Grant::id).toList());
    store.grantsByProject.all(Long.toString(project.id())).stream()
        .filter(grant -> !ids.contains(grant.id()))
        .forEach(grant -> store.remove(store.grants, grant.id()));
  }

  private StoredRow.Grant find(ApiCall call) {
    StoredRow.Grant grant = store.grants.find(call.id()).orElseThrow(Refusal::notFound);
    project(call, Long.toString(grant.project()));
    return grant;
  }

  /** A project of the token; others are hidden or forbidden, as the switch says. */
  private StoredRow.Project project(ApiCall call, String id) {
    StoredRow.Project project = store.projects.find(id).orElseThrow(Refusal::notFound);
    boolean goesAstray = tenant.is(Switch.GRANT_PLACE, "other-environment");
    if (!call.token().sees(project) && !goesAstray) {
      int status = tenant.behaviour().status(Switch.OUT_OF_SCOPE);
      throw status == 404 ? Refusal.notFound() : Refusal.forbidden("Forbidden");
    }
    return goesAstray
        ? other(
            project,
            each ->
                each.name().equals(project.name())
                    && !each.environment().equals(project.environment()))
        : project;
  }

  /** Where new grants on a project end up. */
  private StoredRow.Project granting(StoredRow.Project project) {
    return tenant.is(Switch.GRANT_PLACE, "other-project")
        ? other(
            project,
            each ->
                !each.name().equals(project.name())
                    && each.environment().equals(project.environment()))
        : project;
  }

  private StoredRow.Project other(StoredRow.Project project, Predicate<StoredRow.Project> wanted) {
    return store.projects.rows().stream().filter(wanted).findFirst().orElse(project);
  }

  private Map<String, Object> shape(StoredRow.Grant grant) {
    return shapes.grant(grant, tenant.behaviour());
  }

  private void log(String event, StoredRow.Grant grant) {
    Map<String, Object> resource = shapes.grant(grant);
    resource.put("type", "ProjectGrant");
    tenant.log(event, resource);
  }
}
