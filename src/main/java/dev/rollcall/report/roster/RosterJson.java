package dev.rollcall.report.roster;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Email;
import dev.rollcall.model.Member;
import dev.rollcall.model.Origin;
import dev.rollcall.model.Status;
import dev.rollcall.report.JsonText;
import dev.rollcall.report.OperationJson;
import dev.rollcall.report.ProblemJson;
import dev.rollcall.report.ReportTexts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** A desired roster for machines. */
public final class RosterJson implements RosterWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "2.0";

  @Override
  public void write(RosterReport roster, Writer out) throws IOException {
    JsonText.document(
        out,
        json -> {
          json.writeStringProperty("format_version", FORMAT_VERSION);
          json.writeStringProperty("job", roster.job());
          json.writeStringProperty("today", roster.today().toString());
          counts(roster, json);
          JsonText.objects(json, "people", roster.people(), each -> person(roster, each, json));
          held(roster.desired().held(), json);
          ProblemJson.write(roster.problems(), json);
          JsonText.texts(json, "remarks", roster.remarks());
        });
  }

  private static void counts(RosterReport roster, JsonGenerator json) {
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("people", roster.people().size());
    json.writeNumberProperty("active", roster.count(Status.ACTIVE));
    json.writeNumberProperty("left", roster.count(Status.LEFT));
    json.writeNumberProperty("future", roster.count(Status.FUTURE));
    json.writeNumberProperty("held", roster.desired().held().size());
    json.writeNumberProperty("rejected_rows", roster.rejectedRows());
    json.writeNumberProperty("left_out_rows", roster.leftOutRows());
    json.writeNumberProperty("problems", roster.problems().size());
    json.writeEndObject();
  }

  private static void person(RosterReport roster, Member person, JsonGenerator json) {
    json.writeStringProperty("email", person.email().address());
    json.writeStringProperty("name", person.name());
    json.writeStringProperty("status", ReportTexts.key(person.status()));
    json.writeBooleanProperty("held", roster.isHeld(person.email()));
    Origin status = roster.statusOrigins().get(person.email());
    json.writeStringProperty("status_origin", status == null ? "" : status.toString());
    List<Origin> rows = roster.rows().getOrDefault(person.email(), List.of());
    JsonText.texts(json, "origins", rows.stream().map(Origin::toString).toList());
    JsonText.objects(
        json,
        "entitlements",
        person.entitlements(),
        right -> {
          Optional<Attribution> because = roster.desired().provenance().of(person.email(), right);
          OperationJson.writeEntitlement(right, json);
          json.writeStringProperty(
              "origin", because.map(each -> each.origin().toString()).orElse(""));
          json.writeStringProperty("rule", because.map(Attribution::rule).orElse(""));
        });
  }

  private static void held(Map<Email, String> held, JsonGenerator json) {
    JsonText.objects(
        json,
        "held",
        new TreeMap<>(held).entrySet(),
        each -> {
          json.writeStringProperty("email", each.getKey().address());
          json.writeStringProperty("reason", each.getValue());
        });
  }
}
