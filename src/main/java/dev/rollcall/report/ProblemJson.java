package dev.rollcall.report;

import dev.rollcall.model.Problem;
import dev.rollcall.model.ProblemGroup;
import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/** Problems as JSON, equal ones once. */
public final class ProblemJson {

  private ProblemJson() {}

  public static void write(Collection<Problem> problems, JsonGenerator json) {
    JsonText.objects(json, "problems", ProblemGroup.of(problems), group -> write(group, json));
  }

  private static void write(ProblemGroup group, JsonGenerator json) {
    json.writeStringProperty("where", group.first().where());
    json.writeStringProperty("what", group.what());
    json.writeStringProperty("remedy", group.first().remedy());
    json.writeNumberProperty("count", group.count());
    json.writeNumberProperty("people", group.people());
    JsonText.texts(json, "places", group.places());
  }
}
