package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/** Anything of which only id and name matter: a project, an environment role, a project role. */
public record NamedRow(Id id, String name) {

  /** Reads one. */
  public static NamedRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        default -> fields.skip();
      }
    }
    return new NamedRow(id, name);
  }
}
