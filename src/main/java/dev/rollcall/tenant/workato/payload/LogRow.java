package dev.rollcall.tenant.workato.payload;

import dev.rollcall.tenant.http.JsonFields;
import java.util.Optional;

/** A line of the activity audit log. */
public record LogRow(Id id, String timestamp, String eventType, Resource resource) {

  /**
   * What the line is about.
   *
   * @param role of an invitation, that in the main environment, where it is told
   */
  public record Resource(Id id, String type, String email, String role) {

    private static final Resource NONE = new Resource(Id.NONE, "", "", "");

    static Resource read(JsonFields fields) {
      Id id = Id.NONE;
      String type = "";
      String email = "";
      String role = "";
      while (fields.next()) {
        switch (fields.name()) {
          case "id" -> id = Id.read(fields);
          case "type" -> type = fields.text();
          case "email" -> email = fields.text();
          case "role" -> role = fields.text();
          default -> fields.skip();
        }
      }
      return new Resource(id, type, email, role);
    }
  }

  /** Reads one; time and event go by several names. */
  public static LogRow read(JsonFields fields) {
    Id id = Id.NONE;
    String timestamp = "";
    String eventType = "";
    Optional<Resource> resource = Optional.empty();
    while (fields.next()) {
      switch (fields.name()) {
        case "id" -> id = Id.read(fields);
        case "timestamp", "created_at", "time" -> timestamp = fields.text();
        case "event_type", "event", "event_name" -> eventType = fields.text();
        case "resource" -> resource = fields.object(Resource::read);
        default -> fields.skip();
      }
    }
    return new LogRow(id, timestamp, eventType, resource.orElse(Resource.NONE));
  }
}
