package dev.rollcall.report.review;

import dev.rollcall.model.Entitlement;
import dev.rollcall.report.JsonText;
import dev.rollcall.report.OperationJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A review for machines. */
public final class ReviewJson implements ReviewWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "1.0";

  @Override
  public void write(AccessReview review, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    JsonText.document(text, json -> write(review, json));
    text.flush();
  }

  private static void write(AccessReview review, JsonGenerator json) {
    AccessReview.Head head = review.head();
    json.writeStringProperty("format_version", FORMAT_VERSION);
    json.writeStringProperty("job", head.job());
    json.writeStringProperty("workspace", head.workspace());
    json.writeStringProperty("workspace_key", head.key());
    json.writeStringProperty("at", head.at().toString());
    json.writeStringProperty("dormant_after", head.dormantAfter().toString());
    JsonText.text(json, "since_run", Optional.of(head.since()).filter(run -> !run.isEmpty()));
    counts(review.counts(), json);
    JsonText.objects(json, "lines", review.lines(), line -> line(head, line, json));
    JsonText.texts(json, "gone", review.gone());
    JsonText.texts(json, "notes", review.notes());
  }

  private static void counts(ReviewCounts counts, JsonGenerator json) {
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("accounts", counts.accounts());
    json.writeNumberProperty("orphan_accounts", counts.orphans());
    json.writeNumberProperty("administrators", counts.administrators());
    json.writeNumberProperty("dormant_accounts", counts.dormant());
    json.writeNumberProperty("open_invitations", counts.invitations());
    json.writeNumberProperty("rights", counts.rights());
    json.writeNumberProperty("unvouched_rights", counts.unvouched());
    json.writeNumberProperty("group_rights", counts.groupRights());
    json.writeEndObject();
  }

  private static void line(AccessReview.Head head, ReviewLine line, JsonGenerator json) {
    holder(line.holder(), json);
    JsonText.text(json, "right", line.right().map(Entitlement::toString));
    line.right()
        .ifPresent(
            right -> {
              json.writeObjectPropertyStart("entitlement");
              OperationJson.writeEntitlement(right, json);
              json.writeEndObject();
            });
    JsonText.text(json, "through_group", line.through().map(group -> group.name()));
    json.writeBooleanProperty("administrator", line.administrator());
    json.writeBooleanProperty("vouched", line.vouching().vouched());
    json.writeStringProperty("reason", line.vouching().reason());
    json.writeBooleanProperty("decidable", line.decidable());
    json.writeStringProperty("privileges", line.privileges());
    json.writeStringProperty("change", line.change());
    json.writeStringProperty("line", ReviewColumns.id(head, line));
  }

  private static void holder(RightHolder holder, JsonGenerator json) {
    json.writeStringProperty("who", holder.label());
    json.writeStringProperty("name", holder.name());
    json.writeStringProperty("account", holder.state().key());
    json.writeStringProperty("account_sort", holder.sort());
    JsonText.text(json, "since", holder.since().map(Instant::toString));
    JsonText.text(json, "last_activity", holder.lastActivity().map(last -> last.at().toString()));
    JsonText.text(json, "last_activity_event", holder.lastActivity().map(last -> last.what()));
    json.writeBooleanProperty("dormant", holder.dormant());
  }
}
