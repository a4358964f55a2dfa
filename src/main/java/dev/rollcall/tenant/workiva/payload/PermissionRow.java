package dev.rollcall.tenant.workiva.payload;

import dev.rollcall.tenant.http.JsonFields;

/**
 * A permission on a file that somebody has.
 *
 * @param permission its id
 * @param principal the id of the user or the group
 */
public record PermissionRow(String permission, String principal) {

  /** Reads one. */
  public static PermissionRow read(JsonFields fields) {
    String permission = "";
    String principal = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "permission" -> permission = fields.text();
        case "principal" -> principal = fields.text();
        default -> fields.skip();
      }
    }
    return new PermissionRow(permission, principal);
  }
}
