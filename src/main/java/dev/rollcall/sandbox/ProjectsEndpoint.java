package dev.rollcall.sandbox;

import java.util.List;
import java.util.Map;

/** {@code GET /api/projects} and {@code GET /api/folders}: what the token's environment holds. */
final class ProjectsEndpoint {
  private final SandboxTenant tenant;
  private final Store store;

  ProjectsEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
  }

  Answer projects(ApiCall call) {
    return Paging.classic(call, visible(call), this::project);
  }

  /** Every project is a folder in Home and holds none itself. */
  Answer folders(ApiCall call) {
    List<StoredRow.Project> children =
        call.parameter("parent_id").isEmpty() ? visible(call) : List.of();
    return Paging.classic(call, children, ProjectsEndpoint::folder);
  }

  private List<StoredRow.Project> visible(ApiCall call) {
    return store.projectsByEnvironment.all(call.token().environment()).stream()
        .filter(call.token()::sees)
        .toList();
  }

  /** A project; with its environment where the switch says so. */
  private Map<String, Object> project(StoredRow.Project project) {
    Map<String, Object> shown =
        SandboxJson.object(
            "id", project.id(),
            "name", project.name(),
            "description", null,
            "folder_id", project.folderId());
    if (tenant.is(Switch.PROJECT_ENVIRONMENT, "shown")) {
      shown.put("environment_type", project.environment());
    }
    return shown;
  }

  private static Map<String, Object> folder(StoredRow.Project project) {
    return SandboxJson.object(
        "id",
        project.folderId(),
        "name",
        project.name(),
        "parent_id",
        null,
        "is_project",
        true,
        "project_id",
        project.id(),
        "created_at",
        "2025-01-15T09:30:00.000Z",
        "updated_at",
        "2025-01-15T09:30:00.000Z");
  }
}
