package dev.rollcall.tenant.workiva.payload;

import dev.rollcall.tenant.http.JsonFields;

/** A user of an organization. */
public record UserRow(
    String id,
    String username,
    String email,
    String givenName,
    String familyName,
    String displayName,
    boolean isSuspended) {

  /** Reads one. */
  public static UserRow read(JsonFields fields) {
    String id = "";
    String username = "";
    String email = "";
    String givenName = "";
    String familyName = "";
    String displayName = "";
    boolean isSuspended = false;
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = fields.text();
        case "username" -> username = fields.text();
        case "email" -> email = fields.text();
        case "givenName" -> givenName = fields.text();
        case "familyName" -> familyName = fields.text();
        case "displayName" -> displayName = fields.text();
        case "status" -> isSuspended = fields.text().equalsIgnoreCase("suspended");
        default -> fields.skip();
      }
    }
    return new UserRow(id, username, email, givenName, familyName, displayName, isSuspended);
  }

  /** What they are called. */
  public String name() {
    return displayName.isBlank() ? (givenName + " " + familyName).strip() : displayName;
  }
}
