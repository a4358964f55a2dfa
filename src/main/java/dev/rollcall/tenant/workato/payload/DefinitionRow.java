package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A role by itself, with what it lets people do.
 *
 * @param config as the workspace has it, as {@link JsonFields#value} reads it; empty where it says
 *     nothing
 * @param members how many it says that hold it
 */
public record DefinitionRow(
    Id id, String name, String type, Optional<Object> config, OptionalInt members) {

  /** Reads one. */
  public static DefinitionRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    String type = "";
    Optional<Object> config = Optional.empty();
    OptionalInt members = OptionalInt.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "type" -> type = fields.textIfAny().orElse("");
        case "config" -> config = fields.value();
        case "members_count" -> members = fields.countIfAny();
        default -> fields.skip();
      }
    }
    return new DefinitionRow(id, name, type, config, members);
  }
}
