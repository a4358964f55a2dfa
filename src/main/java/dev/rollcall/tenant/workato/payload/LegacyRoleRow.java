package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.Optional;

/**
 * A custom role of the older permission model.
 *
 * @param folders the ids of the folders of the projects that it is for, as {@link JsonFields#value}
 *     reads them
 */
public record LegacyRoleRow(Id id, String name, Optional<Object> folders) {

  /** Reads one. */
  public static LegacyRoleRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    Optional<Object> folders = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "folder_ids" -> folders = fields.value();
        default -> fields.skip();
      }
    }
    return new LegacyRoleRow(id, name, folders);
  }
}
