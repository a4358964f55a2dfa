package dev.rollcall.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** {@code GET /api/activity_logs}: the audit log with its filters, read by cursor. */
final class ActivityLogsEndpoint {
  private final SandboxTenant tenant;
  private final Store store;

  ActivityLogsEndpoint(SandboxTenant tenant) {
    this.tenant = tenant;
    this.store = tenant.store();
  }

  Answer list(ApiCall call) {
    List<StoredRow.Log> rows =
        new ArrayList<>(store.log.rows().stream().filter(row -> wanted(call, row)).toList());
    if (tenant.is(Switch.AUDIT_ORDER, "newest-first")) {
      Collections.reverse(rows);
    }
    return Answer.json(
        SandboxJson.object(
            "data", Paging.behind(call, rows).stream().map(this::shape).toList(),
            "total", rows.size()));
  }

  private boolean wanted(ApiCall call, StoredRow.Log row) {
    String type = String.valueOf(row.resource().get("type"));
    return inTime(call, "from", row, (limit, time) -> !time.isBefore(limit))
        && inTime(call, "to", row, (limit, time) -> !time.isAfter(limit))
        && (!tenant.isCustomers() || row.environment().equals(call.token().environment()))
        && listed(call, "users_ids", String.valueOf(row.user().get("id")))
        && listed(call, "include_resource_types", type)
        && listed(call, "include_event_types", row.event())
        && !call.parameters("exclude_resource_types").contains(type)
        && !call.parameters("exclude_event_types").contains(row.event());
  }

  private static boolean listed(ApiCall call, String parameter, String value) {
    List<String> wanted = call.parameters(parameter);
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean inTime(
      ApiCall call, String parameter, StoredRow.Log row, BiPredicate<Instant, Instant> fits) {
    Optional<String> text = call.parameter(parameter);
    try {
      return text.isEmpty() || fits.test(OffsetDateTime.parse(text.get()).toInstant(), row.time());
    } catch (DateTimeException e) {
      throw Refusal.badRequest();
    }
  }

  private Map<String, Object> shape(StoredRow.Log row) {
    StoredRow.Meta meta = store.meta();
    return SandboxJson.object(
        "id", row.id(),
        "timestamp", SandboxClock.utc(row.time()),
        "event_type", row.event(),
        "workspace",
            SandboxJson.object(
                "id", meta.workspaceId(),
                "name", meta.workspaceName(),
                "email", meta.ownerEmail(),
                "environment", row.environment()),
        "user", row.user(),
        "details",
            SandboxJson.object(
                "request", SandboxJson.object("ip_address", "192.0.2.10", "user_agent", "API"),
                "activity", row.activity()),
        "resource", row.resource());
  }
}
