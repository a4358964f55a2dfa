package dev.rollcall.explain;

import dev.rollcall.explain.Explanation.Right;
import dev.rollcall.model.Entitlement;
import dev.rollcall.report.JsonText;
import dev.rollcall.report.OperationJson;
import dev.rollcall.report.ReportTexts;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** An explanation for machines. */
public final class ExplanationJson implements ExplanationWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "2.0";

  @Override
  public void write(Explanation explanation, Writer out) throws IOException {
    JsonText.document(out, json -> new Body(json).write(explanation));
  }

  private record Body(JsonGenerator json) {

    void write(Explanation told) {
      text("format_version", FORMAT_VERSION);
      text("email", told.address());
      text("name", told.name());
      text("summary", told.summary());
      array("rows", told.rows(), this::row);
      if (told.standing().isEmpty()) {
        json.writeNullProperty("standing");
      }
      told.standing().ifPresent(this::standing);
      array("rules", told.rules(), this::rule);
      array("desired", told.desired(), this::right);
      array("overruled", told.lost(), this::lost);
      texts("held", told.held());
      present(told.present());
      json.writeArrayPropertyStart("operations");
      told.operations().forEach(new OperationJson(json, told.tenant())::write);
      json.writeEndArray();
      texts("notes", told.notes());
      texts("nearest", told.nearest());
    }

    private void row(Explanation.SourceRow row) {
      text("source", row.source());
      text("where", row.where());
      array(
          "cells",
          row.cells(),
          cell -> {
            text("header", cell.header());
            text("value", cell.value());
          });
      array(
          "problems",
          row.problems(),
          problem -> {
            text("where", problem.where());
            text("what", problem.what());
            text("remedy", problem.remedy());
          });
      if (!row.leftOut().isEmpty()) {
        text("left_out", row.leftOut());
      }
    }

    private void standing(Explanation.Standing standing) {
      json.writeObjectPropertyStart("standing");
      text("status", standing.status());
      text("why", standing.why());
      text("where", standing.where());
      json.writeEndObject();
    }

    private void rule(Explanation.RuleWord rule) {
      text("name", rule.name());
      text("where", rule.where());
      json.writeBooleanProperty("matches", rule.matches());
      rights("gives", rule.gives());
    }

    private void right(Right right) {
      OperationJson.writeEntitlement(right.entitlement(), json);
      text("origin", right.because().origin().toString());
      text("rule", right.because().rule());
    }

    private void lost(Explanation.Lost lost) {
      right(lost.right());
      json.writeObjectPropertyStart("winner");
      right(lost.winner());
      json.writeEndObject();
    }

    private void present(Explanation.Present present) {
      json.writeObjectPropertyStart("workspace");
      text("state", ReportTexts.key(present.state()));
      text("detail", present.detail());
      rights("holds", present.holds());
      json.writeEndObject();
    }

    private void rights(String key, List<Entitlement> rights) {
      array(key, rights, right -> OperationJson.writeEntitlement(right, json));
    }

    private void text(String key, String value) {
      json.writeStringProperty(key, value);
    }

    private void texts(String key, Collection<String> values) {
      JsonText.texts(json, key, values);
    }

    private <T> void array(String key, Collection<T> values, Consumer<T> body) {
      JsonText.objects(json, key, values, body);
    }
  }
}
