package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.plan.PlannedOperation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** One operation in {@code report.json}. */
record OperationJson(JsonGenerator json) {

  void write(OperationRecord record) {
    PlannedOperation planned = record.planned();
    json.writeStartObject();
    json.writeNumberProperty("sequence", planned.sequence());
    json.writeStringProperty("stage", Phrases.key(planned.stage()));
    writeChange(planned);
    json.writeStringProperty("reason", Phrases.key(planned.reason()));
    json.writeStringProperty("origin", planned.origin());
    json.writeStringProperty("rule", planned.rule());
    json.writeStringProperty("note", planned.note());
    json.writeStringProperty("state", Phrases.key(record.state()));
    json.writeStringProperty("verification", Phrases.key(record.verification()));
    json.writeNumberProperty("attempts", record.attempts());
    json.writeStringProperty("message", record.message());
    writeTime("sent_at", record.sentAt());
    writeTime("changed_at", Optional.of(record.changedAt()));
    json.writeEndObject();
  }

  private void writeChange(PlannedOperation planned) {
    Described described = Described.of(planned.operation());
    Assignee assignee = planned.operation().assignee();
    json.writeStringProperty("kind", described.kind());
    json.writeObjectPropertyStart("subject");
    json.writeStringProperty("type", assignee instanceof Assignee.Person ? "person" : "group");
    json.writeStringProperty("name", assignee.label());
    json.writeEndObject();
    json.writeStringProperty("summary", described.what());
    writeEntitlements("before", described.before());
    writeEntitlements("after", described.after());
  }

  private void writeEntitlements(String key, List<Entitlement> entitlements) {
    json.writeArrayPropertyStart(key);
    entitlements.forEach(this::writeEntitlement);
    json.writeEndArray();
  }

  private void writeEntitlement(Entitlement entitlement) {
    json.writeStartObject();
    writeEntitlement(entitlement, json);
    json.writeEndObject();
  }

  /** The keys of an entitlement, within an object. */
  static void writeEntitlement(Entitlement entitlement, JsonGenerator json) {
    if (entitlement instanceof Entitlement.EnvironmentRole role) {
      json.writeStringProperty("kind", "environment_role");
      json.writeStringProperty("environment", role.environment().name());
      json.writeStringProperty("role", role.role());
    } else if (entitlement instanceof Entitlement.GroupMembership membership) {
      json.writeStringProperty("kind", "group");
      json.writeStringProperty("group", membership.group());
    } else if (entitlement instanceof Entitlement.ProjectRole role) {
      json.writeStringProperty("kind", "project_role");
      json.writeStringProperty("project", role.project());
      json.writeStringProperty("environment", role.environment().name());
      json.writeStringProperty("role", role.role());
    }
  }

  private void writeTime(String key, Optional<Instant> time) {
    if (time.isPresent()) {
      json.writeStringProperty(key, time.get().toString());
    } else {
      json.writeNullProperty(key);
    }
  }
}
