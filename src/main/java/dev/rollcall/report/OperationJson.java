package dev.rollcall.report;

import dev.rollcall.apply.OperationRecord;
import dev.rollcall.model.Assignee;
import dev.rollcall.model.Entitlement;
import dev.rollcall.model.Noun;
import dev.rollcall.plan.PlannedOperation;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** One operation in {@code report.json}. */
public record OperationJson(JsonGenerator json, Noun tenant) {

  public void write(OperationRecord record) {
    PlannedOperation planned = record.planned();
    json.writeStartObject();
    json.writeNumberProperty("sequence", planned.sequence());
    json.writeStringProperty("stage", ReportTexts.key(planned.stage()));
    writeChange(planned);
    json.writeStringProperty("reason", ReportTexts.key(planned.reason()));
    json.writeStringProperty("origin", planned.origin());
    json.writeStringProperty("rule", planned.rule());
    json.writeStringProperty("note", planned.note());
    json.writeStringProperty("state", ReportTexts.key(record.state()));
    json.writeStringProperty("verification", ReportTexts.key(record.verification()));
    json.writeNumberProperty("attempts", record.attempts());
    json.writeStringProperty("message", record.message());
    JsonText.text(json, "sent_at", record.sentAt().map(Instant::toString));
    json.writeStringProperty("changed_at", record.changedAt().toString());
    json.writeEndObject();
  }

  private void writeChange(PlannedOperation planned) {
    OperationSummary described = OperationSummary.of(planned.operation(), tenant);
    Assignee assignee = planned.operation().assignee();
    json.writeStringProperty("kind", described.kind());
    json.writeObjectPropertyStart("subject");
    json.writeStringProperty(
        "type", assignee.group().map(group -> group.kind().key()).orElse("person"));
    json.writeStringProperty("name", assignee.label());
    json.writeEndObject();
    json.writeStringProperty("summary", described.what());
    writeEntitlements("before", described.before());
    writeEntitlements("after", described.after());
  }

  private void writeEntitlements(String key, List<Entitlement> entitlements) {
    JsonText.objects(json, key, entitlements, each -> writeEntitlement(each, json));
  }

  /** The keys of an entitlement, within an object. */
  public static void writeEntitlement(Entitlement entitlement, JsonGenerator json) {
    json.writeStringProperty("kind", entitlement.kind().key());
    json.writeArrayPropertyStart("path");
    entitlement.on().path().forEach(json::writeString);
    json.writeEndArray();
    entitlement.level().ifPresent(level -> json.writeStringProperty("level", level));
  }
}
