package dev.rollcall.report.roster;

import dev.rollcall.model.Attribution;
import dev.rollcall.model.Email;
import dev.rollcall.model.Entitlement;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** A desired roster for machines. */
public final class RosterJson implements RosterWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "2.0";

  @Override
  public void write(RosterReport roster, Writer out) throws IOException {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      json.writeStringProperty("format_version", FORMAT_VERSION);
      json.writeStringProperty("job", roster.job());
      json.writeStringProperty("today", roster.today().toString());
      counts(roster, json);
      people(roster, json);
      held(roster.desired().held(), json);
      ProblemJson.write(roster.problems(), json);
      json.writeArrayPropertyStart("remarks");
      roster.remarks().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
    out.write("\n");
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

  private static void people(RosterReport roster, JsonGenerator json) {
    json.writeArrayPropertyStart("people");
    for (Member person : roster.people()) {
      json.writeStartObject();
      json.writeStringProperty("email", person.email().address());
      json.writeStringProperty("name", person.name());
      json.writeStringProperty("status", ReportTexts.key(person.status()));
      json.writeBooleanProperty("held", roster.isHeld(person.email()));
      Origin status = roster.statusOrigins().get(person.email());
      json.writeStringProperty("status_origin", status == null ? "" : status.toString());
      json.writeArrayPropertyStart("origins");
      roster
          .rows()
          .getOrDefault(person.email(), List.of())
          .forEach(row -> json.writeString(row.toString()));
      json.writeEndArray();
      json.writeArrayPropertyStart("entitlements");
      person.entitlements().forEach(right -> right(roster, person, right, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void right(
      RosterReport roster, Member person, Entitlement right, JsonGenerator json) {
    Optional<Attribution> because = roster.desired().provenance().of(person.email(), right);
    json.writeStartObject();
    OperationJson.writeEntitlement(right, json);
    json.writeStringProperty("origin", because.map(each -> each.origin().toString()).orElse(""));
    json.writeStringProperty("rule", because.map(Attribution::rule).orElse(""));
    json.writeEndObject();
  }

  private static void held(Map<Email, String> held, JsonGenerator json) {
    json.writeArrayPropertyStart("held");
    new TreeMap<>(held)
        .forEach(
            (email, reason) -> {
              json.writeStartObject();
              json.writeStringProperty("email", email.address());
              json.writeStringProperty("reason", reason);
              json.writeEndObject();
            });
    json.writeEndArray();
  }
}
