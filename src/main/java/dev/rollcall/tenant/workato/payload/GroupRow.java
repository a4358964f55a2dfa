package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.OptionalInt;

/**
 * A collaborator group; a system group cannot be changed.
 *
 * @param members how many it says that it has
 */
public record GroupRow(
    Id id, String name, String description, boolean system, OptionalInt members) {

  /** One that does not say how many members it has. */
  public GroupRow(Id id, String name, String description, boolean system) {
    this(id, name, description, system, OptionalInt.empty());
  }

  /** Reads one. */
  public static GroupRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    String description = "";
    boolean system = false;
    OptionalInt members = OptionalInt.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "description" -> description = fields.text();
        case "members_count" -> members = fields.countIfAny();
        case "system" -> system = fields.flag();
        default -> fields.skip();
      }
    }
    return new GroupRow(id, name, description, system, members);
  }
}
