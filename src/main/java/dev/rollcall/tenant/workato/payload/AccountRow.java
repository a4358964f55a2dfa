package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.Optional;

/**
 * What a row of the member list says of an account beside who holds what.
 *
 * @param createdAt as it is written; empty where it is not told
 * @param lastActivity empty where there was none
 */
public record AccountRow(
    Id id, String grantType, String createdAt, Optional<LastActivity> lastActivity) {

  /** The last line of the audit log that the vendor keeps of somebody. */
  public record LastActivity(String eventType, String createdAt) {

    static LastActivity read(JsonFields fields) {
      String eventType = "";
      String createdAt = "";
      while (fields.next()) {
        switch (fields.name()) {
          case "event_type" -> eventType = fields.text();
          case "created_at" -> createdAt = fields.text();
          default -> fields.skip();
        }
      }
      return new LastActivity(eventType, createdAt);
    }
  }

  /** Reads one. */
  public static AccountRow read(JsonFields fields) {
    Id id = Id.NONE;
    String grantType = "";
    String createdAt = "";
    Optional<LastActivity> lastActivity = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "grant_type" -> grantType = fields.text();
        case "created_at" -> createdAt = fields.text();
        case "last_activity_log" -> lastActivity = fields.object(LastActivity::read);
        default -> fields.skip();
      }
    }
    return new AccountRow(id, grantType, createdAt, lastActivity);
  }
}
