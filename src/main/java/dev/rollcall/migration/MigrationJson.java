package dev.rollcall.migration;

import dev.rollcall.job.RewrittenJobFile;
import dev.rollcall.report.JsonText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A migration for machines. */
public final class MigrationJson implements MigrationWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "1.1";

  @Override
  public void write(MigrationReport report, Writer out) throws IOException {
    JsonText.document(out, json -> new Body(json).write(report));
  }

  private record Body(JsonGenerator json) {

    void write(MigrationReport report) {
      text("format_version", FORMAT_VERSION);
      text("workspace", report.workspace());
      text("state", key(report.state()));
      text("summary", report.tally());
      JsonText.objects(json, "people", report.people(), this::person);
      JsonText.objects(
          json,
          "custom_roles",
          report.customRoles(),
          role -> {
            text("name", role.name());
            json.writeNumberProperty("holders", role.holders());
            json.writeBooleanProperty("settled", role.settled());
            text("fate", role.fate());
          });
      JsonText.objects(json, "open_invitations", report.invitations(), this::invitation);
      JsonText.texts(json, "unlike_announced", report.unlike());
      report.proposal().ifPresent(this::proposal);
      JsonText.texts(json, "notes", report.notes());
    }

    private void person(PersonAccess person) {
      text("email", person.email().address());
      text("name", person.name());
      JsonText.objects(json, "places", person.places(), this::place);
    }

    private void place(PlaceAccess place) {
      text(place.place().kind().key(), place.place().name());
      JsonText.text(json, "before", place.before());
      JsonText.text(json, "after", place.after());
      JsonText.objects(
          json,
          "within",
          place.within(),
          right -> {
            text(right.kind().key(), right.on().name());
            text("role", right.role());
          });
      text("change", key(place.change()));
      text("why", place.why());
    }

    private void invitation(OpenInvitation invitation) {
      text("email", invitation.email().address());
      text("sent", invitation.sent().toString());
      JsonText.objects(
          json,
          "roles",
          invitation.roles(),
          role -> {
            text(role.place().kind().key(), role.place().name());
            text("before", role.before());
            JsonText.text(json, "usually", role.usually());
          });
    }

    private void proposal(RewrittenJobFile proposal) {
      json.writeObjectPropertyStart("job_file");
      text("file", proposal.label());
      JsonText.objects(
          json,
          "changes",
          proposal.changes(),
          change -> {
            json.writeNumberProperty("line", change.line());
            text("before", change.before());
            text("after", change.after());
          });
      JsonText.texts(json, "left", proposal.left());
      json.writeEndObject();
    }

    private void text(String key, String value) {
      json.writeStringProperty(key, value);
    }

    private static String key(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }
}
