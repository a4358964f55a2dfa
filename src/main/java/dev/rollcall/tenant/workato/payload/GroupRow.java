package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/** A collaborator group; a system group cannot be changed. */
public record GroupRow(Id id, String name, String description, boolean system) {

  /** Reads one. */
  public static GroupRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    String description = "";
    boolean system = false;
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "description" -> description = fields.text();
        case "system" -> system = fields.flag();
        default -> fields.skip();
      }
    }
    return new GroupRow(id, name, description, system);
  }
}
