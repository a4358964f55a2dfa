package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/** The workspace behind a token, and its presumed owner. */
public record WorkspaceRow(Id id, String name, String email, String companyName) {

  /** Reads one. */
  public static WorkspaceRow read(JsonFields fields) {
    Id id = Id.NONE;
    String name = "";
    String email = "";
    String companyName = "";
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "name" -> name = fields.text();
        case "email" -> email = fields.text();
        case "company_name" -> companyName = fields.text();
        default -> fields.skip();
      }
    }
    return new WorkspaceRow(id, name, email, companyName);
  }
}
