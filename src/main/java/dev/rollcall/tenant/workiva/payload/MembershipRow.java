package dev.rollcall.tenant.workiva.payload;

import dev.rollcall.tenant.http.JsonFields;

/**
 * A membership of a workspace.
 *
 * @param user the id of who is a member
 */
public record MembershipRow(String id, String user) {

  /** Reads one. */
  public static MembershipRow read(JsonFields fields) {
    String id = "";
    String user = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = fields.text();
        case "user" -> user = fields.object(IdName::read).map(IdName::id).orElse("");
        default -> fields.skip();
      }
    }
    return new MembershipRow(id, user);
  }
}
