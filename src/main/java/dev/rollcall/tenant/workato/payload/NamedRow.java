package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/**
 * Anything of which little more than id and name matters: an environment role, a project role.
 *
 * @param type of a role: {@code system}, {@code custom} and others; empty where nothing is said
 */
public record NamedRow(Id id, String name, String type) {

  /** One of which no type is known. */
  public NamedRow(Id id, String name) {
    this(id, name, "");
  }

  /** Reads one. */
  public static NamedRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    String type = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "type" -> type = fields.textIfAny().orElse("");
        default -> fields.skip();
      }
    }
    return new NamedRow(id, name, type);
  }
}
