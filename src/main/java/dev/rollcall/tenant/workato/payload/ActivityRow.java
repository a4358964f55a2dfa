package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;

/**
 * A line of the activity audit log, of which who did it matters.
 *
 * @param user whose doing it was; none where it was nobody's
 */
public record ActivityRow(Id id, String timestamp, String eventType, Id user) {

  /** Reads one; time and event go by several names. */
  public static ActivityRow read(JsonFields fields) {
    Id id = Id.NONE;
    String timestamp = "";
    String eventType = "";
    Id user = Id.NONE;
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "timestamp", "created_at", "time" -> timestamp = fields.text();
        case "event_type", "event", "event_name" -> eventType = fields.text();
        case "user" -> user = fields.object(NamedRow::read).map(NamedRow::id).orElse(Id.NONE);
        default -> fields.skip();
      }
    }
    return new ActivityRow(id, timestamp, eventType, user);
  }
}
