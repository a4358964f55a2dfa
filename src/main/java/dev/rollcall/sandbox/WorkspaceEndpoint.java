package dev.rollcall.sandbox;

/** {@code GET /api/users/me}: the workspace as its owner. */
final class WorkspaceEndpoint {
  private final SandboxTenant tenant;

  WorkspaceEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
  }

  Answer me(ApiCall call) {
    StoredRow.Meta meta = tenant.store().meta();
    return Answer.json(
        SandboxJson.object(
            "id",
            meta.workspaceId(),
            "name",
            meta.ownerName(),
            "email",
            meta.ownerEmail(),
            "company_name",
            meta.workspaceName(),
            "location",
            null,
            "plan_id",
            "enterprise",
            "created_at",
            "2025-01-15T09:30:00.000-07:00",
            "current_billing_period_start",
            "2025-01-15T09:30:00.000-07:00",
            "current_billing_period_end",
            "2026-01-15T09:30:00.000-07:00",
            "recipes_count",
            0,
            "active_recipes_count",
            0,
            "root_folder_id",
            1_563_000));
  }
}
