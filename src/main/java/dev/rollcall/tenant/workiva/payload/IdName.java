package dev.rollcall.tenant.workiva.payload;

import dev.rollcall.tenant.http.JsonFields;

/** Something with an id and a name: an organization, a workspace, a role, a group, a permission. */
public record IdName(String id, String name) {

  /** Reads one; the name is empty where there is none. */
  public static IdName read(JsonFields fields) {
    String id = "";
    String name = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = fields.text();
        case "name" -> name = fields.text();
        default -> fields.skip();
      }
    }
    return new IdName(id, name);
  }
}
