package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/** A folder; its own folders are asked for by its id. */
public record FolderRow(Id id, String name) {

  /** Reads one. */
  public static FolderRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        default -> fields.skip();
      }
    }
    return new FolderRow(id, name);
  }
}
