package dev.rollcall.report.catalog;

import dev.rollcall.model.Resource;
import dev.rollcall.report.JsonText;
import dev.rollcall.tenant.Inventory;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** For programs. */
public final class CatalogueJson implements CatalogueWriter {

  /** Of what is written; a later 1.x only adds. */
  public static final String FORMAT_VERSION = "1.0";

  @Override
  public void write(CatalogueReport catalogue, Writer out) throws IOException {
    JsonText.document(
        out,
        json -> {
          json.writeStringProperty("format_version", FORMAT_VERSION);
          json.writeStringProperty("tenant", catalogue.tenant());
          JsonText.objects(json, "sections", catalogue.parts(), part -> part(part, json));
          JsonText.objects(json, "not_read", catalogue.gaps(), gap -> gap(gap, json));
        });
  }

  private static void part(CatalogueReport.Part part, JsonGenerator json) {
    json.writeStringProperty("what", part.section().noun().one());
    json.writeStringProperty("kind", part.section().kind().key());
    JsonText.objects(json, "entries", part.lines(), line -> line(line, json));
  }

  private static void line(CatalogueReport.Line line, JsonGenerator json) {
    Inventory.Entry entry = line.entry();
    json.writeStringProperty("name", entry.name());
    json.writeStringProperty("id", entry.id());
    json.writeStringProperty("type", entry.type());
    JsonText.texts(json, "within", entry.within().map(Resource::path).orElse(List.of()));
    json.writeBooleanProperty("reachable", entry.isReachable());
    number(json, "people", entry.holders().people());
    number(json, "groups", entry.holders().groups());
    JsonText.texts(json, "used_by", line.uses());
  }

  /** Null where nobody has counted. */
  private static void number(JsonGenerator json, String key, OptionalInt number) {
    if (number.isPresent()) {
      json.writeNumberProperty(key, number.getAsInt());
    } else {
      json.writeNullProperty(key);
    }
  }

  private static void gap(Inventory.Gap gap, JsonGenerator json) {
    json.writeStringProperty("what", gap.what());
    json.writeStringProperty("why", gap.why());
  }
}
