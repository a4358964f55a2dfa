package dev.rollcall.report;

import dev.rollcall.apply.OperationState;
import dev.rollcall.apply.RunId;
import dev.rollcall.plan.Finding;
import dev.rollcall.plan.PeopleTally;
import dev.rollcall.plan.Plan;
import dev.rollcall.report.RunTimeline.Phase;
import dev.rollcall.safety.LeftAlone;
import dev.rollcall.safety.Violation;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** {@code report.json}, for machines: see the package for what is in it. */
public final class JsonReport implements ReportWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "2.5";

  @Override
  public void write(RunReport report, Writer out) throws IOException {
    JsonText.document(
        out,
        json -> {
          new Head(json).write(report);
          writeOperations(report, json);
        });
  }

  private static void writeOperations(RunReport report, JsonGenerator json) {
    OperationJson operation = new OperationJson(json, report.plan().tenant());
    json.writeArrayPropertyStart("operations");
    report.operations().forEach(operation::write);
    json.writeEndArray();
  }

  /** Everything but the operations. */
  private record Head(JsonGenerator json) {

    void write(RunReport report) {
      json.writeStringProperty("format_version", FORMAT_VERSION);
      writeHead(report);
      object("summary", () -> writeSummary(report));
      object("price", () -> writePrice(report.facts()));
      json.writeNumberProperty("requests_sent", report.course().requestsSent());
      object("seats", () -> writeSeats(report.facts().seats()));
      object("plan", () -> writePlan(report.plan()));
      array("timeline", report.course().timeline(), this::writePhase);
      writeFacts(report);
      texts("next_steps", report.course().nextSteps());
    }

    private void writeHead(RunReport report) {
      RunHead head = report.head();
      text("run", head.run().map(RunId::value));
      json.writeStringProperty("job", head.job());
      object(
          "workspace",
          () -> {
            json.writeStringProperty("key", report.plan().workspace());
            json.writeStringProperty("name", head.workspace());
          });
      json.writeStringProperty("mode", ReportTexts.key(head.mode()));
      text("started", Optional.of(head.started()).map(Instant::toString));
      text("ended", head.ended().map(Instant::toString));
      if (head.ending().isEmpty()) {
        json.writeNullProperty("exit");
      }
      head.ending().ifPresent(ending -> object("exit", () -> writeEnding(ending)));
      text("stopped", report.course().stopped());
    }

    private void writeEnding(RunHead.Ending ending) {
      json.writeNumberProperty("code", ending.exitCode());
      json.writeStringProperty("meaning", ending.meaning());
    }

    private void writeSummary(RunReport report) {
      PeopleTally tally = report.tally();
      OperationCounts counts = report.counts();
      object(
          "people",
          () -> {
            json.writeNumberProperty("invite", tally.invite());
            json.writeNumberProperty("change", tally.change());
            json.writeNumberProperty("remove", tally.remove());
            json.writeNumberProperty("unchanged", tally.unchanged());
          });
      object(
          "operations",
          () -> {
            json.writeNumberProperty("planned", counts.planned());
            json.writeNumberProperty("applied", counts.applied());
            json.writeNumberProperty("left_over", counts.leftOver());
            object("by_state", () -> writeStates(counts));
          });
      object("verification", () -> writeVerification(counts));
      object("left_alone", () -> writeLeftAlone(report.facts().leftAlone()));
    }

    private void writeLeftAlone(LeftAlone alone) {
      json.writeNumberProperty("count", alone.count());
      json.writeNumberProperty("allowed", alone.allowed());
      json.writeNumberProperty("rows", alone.rows());
      json.writeNumberProperty("unread_lists", alone.unread());
      texts("people", alone.people());
    }

    private void writeStates(OperationCounts counts) {
      for (OperationState state : OperationState.values()) {
        json.writeNumberProperty(ReportTexts.key(state), counts.in(state));
      }
    }

    private void writeVerification(OperationCounts counts) {
      json.writeNumberProperty("visible", counts.visible());
      json.writeNumberProperty("verified", counts.verified());
      json.writeNumberProperty("differs", counts.differs());
      json.writeNumberProperty("unread", counts.visible() - counts.verified() - counts.differs());
      json.writeNumberProperty("not_yet_visible", counts.hidden());
      json.writeNumberProperty("invitations_sent", counts.invitationsSent());
    }

    private void writePrice(RunFacts facts) {
      json.writeNumberProperty("requests", facts.price().requests());
      json.writeNumberProperty("fewest_requests", facts.fewestRequests());
      json.writeNumberProperty("seconds", facts.price().duration().toSeconds());
      json.writeNumberProperty("per_minute", facts.price().perMinute());
      json.writeNumberProperty("read_before", facts.price().readBefore());
      json.writeObjectPropertyStart("lanes");
      facts.price().lanes().forEach((lane, count) -> json.writeNumberProperty(lane.name(), count));
      json.writeEndObject();
    }

    private void writeSeats(SeatCounts seats) {
      json.writeNumberProperty("members", seats.members());
      json.writeNumberProperty("invited", seats.invited());
      json.writeNumberProperty("planned", seats.planned());
      seats
          .limit()
          .ifPresentOrElse(
              limit -> json.writeNumberProperty("limit", limit),
              () -> json.writeNullProperty("limit"));
    }

    private void writePlan(Plan plan) {
      json.writeStringProperty("made_at", plan.madeAt().toString());
      json.writeStringProperty("digest", plan.digest());
      json.writeNumberProperty("considered", plan.people().considered());
      json.writeNumberProperty("in_scope", plan.people().inScope());
      json.writeNumberProperty("foreign", plan.people().foreign());
    }

    private void writePhase(Phase phase) {
      json.writeStringProperty("name", phase.name());
      json.writeStringProperty("started", phase.started().toString());
      text("ended", phase.ended().map(Instant::toString));
      json.writeStringProperty("status", phase.status());
    }

    private void writeFacts(RunReport report) {
      RunFacts facts = report.facts();
      array("violations", facts.violations(), this::writeViolation);
      ProblemJson.write(facts.problems(), json);
      object("rejected_rows", () -> facts.rejected().forEach(json::writeNumberProperty));
      array("findings", report.findings(), this::writeFinding);
      texts("notes", facts.notes());
    }

    private void writeViolation(Violation violation) {
      json.writeStringProperty("rule", violation.rule());
      json.writeStringProperty("message", violation.message());
      json.writeNumberProperty("count", violation.count());
      json.writeNumberProperty("allowed", violation.allowed());
      json.writeArrayPropertyStart("operations");
      violation.sequences().forEach(json::writeNumber);
      json.writeEndArray();
    }

    private void writeFinding(Finding finding) {
      json.writeStringProperty("kind", ReportTexts.key(finding.kind()));
      json.writeStringProperty("subject", finding.subject());
      json.writeStringProperty("detail", finding.detail());
      json.writeStringProperty("origin", finding.origin());
    }

    private void text(String key, Optional<String> value) {
      JsonText.text(json, key, value);
    }

    private void texts(String key, Collection<String> values) {
      JsonText.texts(json, key, values);
    }

    private void object(String key, Runnable body) {
      json.writeObjectPropertyStart(key);
      body.run();
      json.writeEndObject();
    }

    private <T> void array(String key, Collection<T> values, Consumer<T> body) {
      JsonText.objects(json, key, values, body);
    }
  }
}
